// Reads {"tokenizer": <tokenizer.json>, "texts": [...]} and writes {"ids": [[...]], "texts": [...]}.
import { readFileSync } from "node:fs";
import { Tokenizer } from "@huggingface/tokenizers";

const request = JSON.parse(readFileSync(0, "utf8"));
const tokenizer = new Tokenizer(request.tokenizer, {});
const ids = request.texts.map((text) => tokenizer.encode(text, { add_special_tokens: false }).ids);
const texts = ids.map((list) => tokenizer.decode(list, { skip_special_tokens: false }));
process.stdout.write(JSON.stringify({ ids, texts }));
