"""Reads {"template": Jinja, "cases": [...]} and writes the texts that Jinja2 renders with Hugging Face's settings."""
import json
import sys

from jinja2.sandbox import ImmutableSandboxedEnvironment


def raise_exception(message):
    raise ValueError(message)


request = json.load(sys.stdin)
environment = ImmutableSandboxedEnvironment(trim_blocks=True, lstrip_blocks=True)
environment.globals["raise_exception"] = raise_exception
template = environment.from_string(request["template"])
json.dump([template.render(**case) for case in request["cases"]], sys.stdout)
