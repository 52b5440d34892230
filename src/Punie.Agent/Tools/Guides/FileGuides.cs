namespace Punie.Agent.Tools.Guides;

/// <summary>Guides of the tools that read, write and run.</summary>
internal static class FileGuides
{
    public static ToolGuide ReadFile { get; } = new(
        """
        text = read_file("src/shop/pricing.py")
        for number, line in enumerate(text.splitlines(), start=1):
            if "VOUCHERS" in line:
                print(number, line.strip())
        """,
        [
            "Raises FileNotFoundError, naming the closest path, when there is no such file.",
            "It reads text; a binary file raises ValueError and a folder IsADirectoryError.",
        ]);

    public static ToolGuide WriteFile { get; } = new(
        """
        text = read_file("src/shop/__init__.py")
        write_file("src/shop/__init__.py", text.replace("0.4.0", "0.5.0"))
        print(git_diff("src/shop/__init__.py").files[0].hunks[0])
        """,
        [
            "It replaces the whole file: read it, change the text, write all of it back.",
            "A person is asked first; a refusal raises PermissionError and nothing is written.",
        ]);

    public static ToolGuide RunCommand { get; } = new(
        """
        print(run_command("git shortlog --summary --numbered HEAD"))
        """,
        [
            "No shell is run: no pipes, no redirection, no variables, no wildcards.",
            "A person is asked first; a refusal raises PermissionError and nothing is run.",
            "A failing command raises RuntimeError with its exit code and the end of its output.",
            "Use typecheck, ruff_check, pytest_run and the git tools instead where they fit: "
            + "their results need no reading of text.",
        ]);
}
