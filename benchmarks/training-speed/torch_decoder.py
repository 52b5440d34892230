"""A Qwen3-style decoder in PyTorch, written from Hugging Face's modelling code: the peer in timings, the oracle in tests.

Sequences are packed one after another; `sequences` lists (start, length) so that attention stays inside each.
"""

import json
import math
import struct

import torch

DTYPES = {"F32": torch.float32, "F16": torch.float16, "BF16": torch.bfloat16}


def read_safetensors(path):
    with open(path, "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
        data = bytearray(file.read())
    tensors = {}
    for name, entry in header.items():
        if name == "__metadata__":
            continue
        start, end = entry["data_offsets"]
        flat = torch.frombuffer(data[start:end], dtype=DTYPES[entry["dtype"]])
        tensors[name] = flat.reshape(entry["shape"]).float()
    return tensors


def write_safetensors(path, tensors):
    header, blobs, position = {}, [], 0
    for name, tensor in tensors.items():
        blob = tensor.detach().contiguous().float().numpy().tobytes()
        header[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [position, position + len(blob)]}
        blobs.append(blob)
        position += len(blob)
    text = json.dumps(header).encode()
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + b"".join(blobs))


def rms_norm(x, weight, epsilon):
    return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + epsilon) * weight


def rotate_half(x):
    half = x.shape[-1] // 2
    return torch.cat((-x[..., half:], x[..., :half]), dim=-1)


class Decoder:
    def __init__(self, config, weights):
        self.config = config
        self.weights = {name: tensor.clone().requires_grad_(True) for name, tensor in weights.items()}

    def hidden(self, tokens, sequences):
        w, eps = self.weights, self.config["rms_norm_eps"]
        positions = torch.cat([torch.arange(length) for _, length in sequences])
        x = w["model.embed_tokens.weight"][tokens]
        for i in range(self.config["num_hidden_layers"]):
            p = f"model.layers.{i}."
            x = x + self.attention(rms_norm(x, w[p + "input_layernorm.weight"], eps), p + "self_attn.", positions, sequences)
            h = rms_norm(x, w[p + "post_attention_layernorm.weight"], eps)
            gate = torch.nn.functional.silu(h @ w[p + "mlp.gate_proj.weight"].T)
            x = x + (gate * (h @ w[p + "mlp.up_proj.weight"].T)) @ w[p + "mlp.down_proj.weight"].T
        return rms_norm(x, w["model.norm.weight"], eps)

    def attention(self, x, p, positions, sequences):
        c, w, d = self.config, self.weights, self.config["head_dim"]
        q = (x @ w[p + "q_proj.weight"].T).view(-1, c["num_attention_heads"], d)
        k = (x @ w[p + "k_proj.weight"].T).view(-1, c["num_key_value_heads"], d)
        v = (x @ w[p + "v_proj.weight"].T).view(-1, c["num_key_value_heads"], d)
        q = rms_norm(q, w[p + "q_norm.weight"], c["rms_norm_eps"])
        k = rms_norm(k, w[p + "k_norm.weight"], c["rms_norm_eps"])
        frequencies = 1.0 / (c["rope_theta"] ** (torch.arange(0, d, 2, dtype=torch.float32) / d))
        angles = positions.float()[:, None] * frequencies[None, :]
        angles = torch.cat((angles, angles), dim=-1)[:, None, :]
        q = q * angles.cos() + rotate_half(q) * angles.sin()
        k = k * angles.cos() + rotate_half(k) * angles.sin()
        group = c["num_attention_heads"] // c["num_key_value_heads"]
        k, v = k.repeat_interleave(group, dim=1), v.repeat_interleave(group, dim=1)
        lengths = {length for _, length in sequences}
        if len(lengths) == 1:  # one batched product when the shape allows it
            out = self.attend(*(t.view(len(sequences), -1, *t.shape[1:]) for t in (q, k, v))).flatten(0, 1)
        else:
            out = torch.cat([self.attend(*(t[s : s + n][None] for t in (q, k, v)))[0] for s, n in sequences])
        return out.reshape(x.shape[0], -1) @ w[p + "o_proj.weight"].T

    def attend(self, q, k, v):
        q, k, v = (t.transpose(1, 2) for t in (q, k, v))
        scores = q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1])
        mask = torch.ones(scores.shape[-2:], dtype=torch.bool).tril()
        return (scores.masked_fill(~mask, float("-inf")).softmax(-1) @ v).transpose(1, 2)

    def logits(self, hidden):
        head = self.weights.get("lm_head.weight", self.weights["model.embed_tokens.weight"])
        return hidden @ head.T

    def loss_sum(self, hidden, rows, targets):
        return torch.nn.functional.cross_entropy(self.logits(hidden[rows]), targets, reduction="sum")
