namespace Punie.Agent.Tools.Guides;

/// <summary>Guides of the git tools.</summary>
internal static class GitGuides
{
    public static ToolGuide Status { get; } = new(
        """
        status = git_status()
        print("clean" if status.clean else f"{status.file_count} files differ")
        for f in status.files:
            print(f.status, "staged" if f.staged else "not staged", f.file)
        """,
        [
            "A file that is staged and then changed again is there twice; file_count counts it once.",
            "A new file that git does not know has the status untracked, not added.",
            "ignored=True adds ignored files, a whole folder as one; they do not count in file_count and clean.",
        ]);

    public static ToolGuide Diff { get; } = new(
        """
        diff = git_diff(staged=True)
        print(f"+{diff.additions} -{diff.deletions} in {diff.file_count} files")
        for d in diff.files:
            print(d.file)
            print(d.hunks[0])
        """,
        [
            "Without staged=True it shows only what is not staged yet; "
            + "since=\"HEAD\" shows all that changed since the last commit.",
            "Untracked files are in git_status, not here.",
        ]);

    public static ToolGuide Log { get; } = new(
        """
        log = git_log("src/shop/pricing.py", count=3)
        for c in log.commits:
            print(c.hash[:7], c.date[:10], c.author, "-", c.message)
        """,
        [
            "message is the first line only.",
            "date is a text such as 2026-03-18T13:45:00+00:00; texts of one time zone sort like dates.",
        ]);
}
