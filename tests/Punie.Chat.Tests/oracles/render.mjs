// Reads {"template": <Jinja>, "cases": [{"messages": [...], "add_generation_prompt": bool}]} and writes the rendered texts.
import { readFileSync } from "node:fs";
import { Template } from "@huggingface/jinja";

const request = JSON.parse(readFileSync(0, "utf8"));
const template = new Template(request.template);
process.stdout.write(JSON.stringify(request.cases.map((c) => template.render(c))));
