using Punie.Python.Rewriting;
using Punie.Python.Syntax;

namespace Punie.Python.Tests.Rewriting;

public sealed class AddImportTests
{
    [Theory]
    [InlineData("", "import os", "import os\n")]
    [InlineData("x = 1\n", "import os", "import os\n\nx = 1\n")]
    [InlineData("\"\"\"Doc.\"\"\"\n", "import os", "\"\"\"Doc.\"\"\"\n\nimport os\n")]
    [InlineData("\"\"\"Doc.\"\"\"\n\nx = 1\n", "import os", "\"\"\"Doc.\"\"\"\n\nimport os\n\nx = 1\n")]
    [InlineData("\"\"\"Doc.\"\"\"\nx = 1\n", "import os", "\"\"\"Doc.\"\"\"\n\nimport os\n\nx = 1\n")]
    [InlineData("#!/usr/bin/env python\nx = 1\n", "import os", "#!/usr/bin/env python\nimport os\n\nx = 1\n")]
    [InlineData("# Licence.\n# More.\n\nx = 1\n", "import os", "# Licence.\n# More.\n\nimport os\n\nx = 1\n")]
    [InlineData("# About x.\nx = 1\n", "import os", "import os\n\n# About x.\nx = 1\n")]
    [InlineData("\uFEFFx = 1\n", "import os", "\uFEFFimport os\n\nx = 1\n")]
    [InlineData("from __future__ import annotations\n\nx = 1\n", "import os",
        "from __future__ import annotations\n\nimport os\n\nx = 1\n")]
    [InlineData("import os\nimport re\n", "from __future__ import annotations",
        "from __future__ import annotations\n\nimport os\nimport re\n")]
    [InlineData("\"\"\"Doc.\"\"\"\n\nimport os\n", "from __future__ import annotations",
        "\"\"\"Doc.\"\"\"\n\nfrom __future__ import annotations\n\nimport os\n")]
    [InlineData("import os\nimport sys\n", "import re", "import os\nimport re\nimport sys\n")]
    [InlineData("import os\n\nx = 1\n", "import sys", "import os\nimport sys\n\nx = 1\n")]
    [InlineData("import os\nfrom a import b\n", "import re", "import os\nimport re\nfrom a import b\n")]
    [InlineData("import os\n\nimport numpy\n", "import sys", "import os\nimport sys\n\nimport numpy\n")]
    [InlineData("import os\n\nfrom . import a\n", "import numpy", "import os\n\nimport numpy\n\nfrom . import a\n")]
    [InlineData("import numpy\n", "import os", "import os\n\nimport numpy\n")]
    [InlineData("import os\n", "from .a import b", "import os\n\nfrom .a import b\n")]
    [InlineData("import os  # why\nx = 1\n", "import sys", "import os  # why\nimport sys\nx = 1\n")]
    [InlineData("import os; x = 1\n", "import sys", "import os; x = 1\nimport sys\n")]
    [InlineData("import os", "import sys", "import os\nimport sys")]
    [InlineData("import os\r\nx = 1\r\n", "import sys", "import os\r\nimport sys\r\nx = 1\r\n")]
    [InlineData("import os\n", "import numpy as np", "import os\n\nimport numpy as np\n")]
    [InlineData("import os\n", "import sys, re", "import os\nimport re\nimport sys\n")]
    [InlineData("if TYPE_CHECKING:\n    from a import b\n", "from a import b",
        "from a import b\n\nif TYPE_CHECKING:\n    from a import b\n")]
    public void A_new_import_stands_where_it_sorts(string before, string statement, string after) =>
        Assert.Equal(after, Add(before, statement));

    [Theory]
    [InlineData("from a import b\n", "from a import c", "from a import b, c\n")]
    [InlineData("from a import b, d\n", "from a import c", "from a import b, c, d\n")]
    [InlineData("from a import c\n", "from a import b", "from a import b, c\n")]
    [InlineData("from a import B, c\n", "from a import D", "from a import B, D, c\n")]
    [InlineData("from a import z, b\n", "from a import c", "from a import z, b, c\n")]
    [InlineData("from a import b\n", "from a import c as d", "from a import b, c as d\n")]
    [InlineData("from a import b\n", "from a import b as c", "from a import b, b as c\n")]
    [InlineData("from a import b\n", "from a import d, c", "from a import b, c, d\n")]
    [InlineData("from .a import b\n", "from .a import c", "from .a import b, c\n")]
    [InlineData("from . import b\n", "from . import c", "from . import b, c\n")]
    [InlineData("from .. import b\n", "from . import c", "from .. import b\nfrom . import c\n")]
    [InlineData("from a import (\n    b,\n    d,\n)\n", "from a import c",
        "from a import (\n    b,\n    c,\n    d,\n)\n")]
    [InlineData("from a import (\n    b,  # one\n    c,  # two\n)\n", "from a import d",
        "from a import (\n    b,  # one\n    c,  # two\n    d,\n)\n")]
    [InlineData("from a import (\n    b,\n    c\n)\n", "from a import d",
        "from a import (\n    b,\n    c,\n    d\n)\n")]
    [InlineData("from a import (b, c,)\n", "from a import d", "from a import (b, c, d,)\n")]
    [InlineData("from a import (b,\r\n               d)\r\n", "from a import c",
        "from a import (b,\r\n               c,\r\n               d)\r\n")]
    [InlineData("from a import b, \\\n    d\n", "from a import e", "from a import b, \\\n    d, e\n")]
    [InlineData("from a import *\n", "from a import b", "from a import *\nfrom a import b\n")]
    [InlineData("from __future__ import b\n", "from __future__ import a", "from __future__ import a, b\n")]
    public void A_name_joins_an_import_of_its_module(string before, string statement, string after) =>
        Assert.Equal(after, Add(before, statement));

    [Theory]
    [InlineData("import os\n", "import os")]
    [InlineData("import os, sys\n", "import sys")]
    [InlineData("from a import b\n", "from a import b")]
    [InlineData("from a import b as c\n", "from a import b as c")]
    [InlineData("try:\n    import json5\nexcept ImportError:\n    json5 = None\n", "import json5")]
    public void What_is_there_is_not_added_again(string source, string statement) =>
        Assert.IsType<AddImportOutcome.AlreadyThere>(ImportAdder.Add(PythonParser.Parse(source), statement));

    [Theory]
    [InlineData("x = 1\n", "x = 1", "'x = 1' is not an import. Give one statement, as in 'from pathlib import Path'.")]
    [InlineData("x = 1\n", "from", "'from' is not an import. Give one statement, as in 'from pathlib import Path'.")]
    [InlineData("x = 1\n\ndef Path(): ...\n", "from pathlib import Path",
        "Line 3 already gives 'Path' another meaning. Import it under another name with 'as'.")]
    [InlineData("from a import b\n", "from c import b",
        "Line 1 already gives 'b' another meaning. Import it under another name with 'as'.")]
    public void What_cannot_be_added_says_why(string source, string statement, string reason) =>
        Assert.Equal(new AddImportOutcome.Refused(reason), ImportAdder.Add(PythonParser.Parse(source), statement));

    private static string Add(string source, string statement)
    {
        var outcome = ImportAdder.Add(PythonParser.Parse(source), statement);
        if (outcome is not AddImportOutcome.Added added) return outcome.ToString();
        Assert.Equal(added.Text, TextEdits.Apply(source, added.Edits));
        Assert.IsType<AddImportOutcome.AlreadyThere>(ImportAdder.Add(PythonParser.Parse(added.Text), statement));
        return added.Text;
    }
}
