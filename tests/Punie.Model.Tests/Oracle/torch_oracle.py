"""Reads a model folder and batch.json; writes logits, loss and gradients as PyTorch computes them."""

import json
import sys

folder, module_folder = sys.argv[1:3]
sys.path.insert(0, module_folder)

import torch  # noqa: E402
import torch_decoder  # noqa: E402

with open(f"{folder}/config.json") as file:
    config = json.load(file)
with open(f"{folder}/batch.json") as file:
    batch = json.load(file)

torch.set_num_threads(1)
model = torch_decoder.Decoder(config, torch_decoder.read_safetensors(f"{folder}/model.safetensors"))
hidden = model.hidden(torch.tensor(batch["tokens"]), [tuple(s) for s in batch["sequences"]])
loss = model.loss_sum(hidden, torch.tensor(batch["rows"]), torch.tensor(batch["targets"]))
loss.backward()
results = {f"gradient.{name}": weight.grad for name, weight in model.weights.items()}
results["logits"] = model.logits(hidden)
results["loss"] = loss.reshape(1)
torch_decoder.write_safetensors(f"{folder}/oracle.safetensors", results)
