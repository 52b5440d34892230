"""Whole training steps in PyTorch of the shape that Punie.Benchmarks trains; prints one JSON object."""

import json
import resource
import sys
import time

import torch
import torch_decoder

SEQUENCES, INPUTS, WARM_UP = 30, 100, 4.0
CONFIG = {
    "vocab_size": 768, "hidden_size": 256, "intermediate_size": 512, "num_hidden_layers": 4, "num_attention_heads": 8,
    "num_key_value_heads": 4, "head_dim": 32, "rms_norm_eps": 1e-6, "rope_theta": 10000.0,
}


def fresh_weights():
    c = CONFIG
    hidden, query, key = c["hidden_size"], c["num_attention_heads"] * c["head_dim"], c["num_key_value_heads"] * c["head_dim"]
    weights = {"model.embed_tokens.weight": torch.randn(c["vocab_size"], hidden) * 0.02, "model.norm.weight": torch.ones(hidden)}
    for i in range(c["num_hidden_layers"]):
        p = f"model.layers.{i}."
        for name, rows, columns in [
            ("self_attn.q_proj", query, hidden), ("self_attn.k_proj", key, hidden), ("self_attn.v_proj", key, hidden),
            ("self_attn.o_proj", hidden, query), ("mlp.gate_proj", c["intermediate_size"], hidden),
            ("mlp.up_proj", c["intermediate_size"], hidden), ("mlp.down_proj", hidden, c["intermediate_size"]),
        ]:
            weights[f"{p}{name}.weight"] = torch.randn(rows, columns) * 0.02
        for name, size in [
            ("input_layernorm", hidden), ("post_attention_layernorm", hidden),
            ("self_attn.q_norm", c["head_dim"]), ("self_attn.k_norm", c["head_dim"]),
        ]:
            weights[f"{p}{name}.weight"] = torch.ones(size)
    return weights


def main(seconds, threads):
    torch.manual_seed(1)
    torch.set_num_threads(threads)
    model = torch_decoder.Decoder(CONFIG, fresh_weights())
    parameters = list(model.weights.values())
    matrices, norms = [p for p in parameters if p.dim() > 1], [p for p in parameters if p.dim() == 1]
    groups = [{"params": matrices, "weight_decay": 0.05}, {"params": norms, "weight_decay": 0.0}]
    optimizer = torch.optim.AdamW(groups, lr=1e-3, betas=(0.9, 0.98), foreach=True)
    sequences = [(i * INPUTS, INPUTS) for i in range(SEQUENCES)]
    trained = (torch.arange(INPUTS) >= INPUTS // 2).repeat(SEQUENCES).nonzero().flatten()
    batches = [torch.randint(0, CONFIG["vocab_size"], (SEQUENCES, INPUTS + 1)) for _ in range(10)]
    begin, start, steps = time.perf_counter(), None, 0
    while True:
        batch = batches[steps % len(batches)]
        hidden = model.hidden(batch[:, :-1].reshape(-1), sequences)
        loss = model.loss_sum(hidden, trained, batch[:, 1:].reshape(-1)[trained]) / len(trained)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimizer.step()
        now = time.perf_counter()
        if start is None:
            if now - begin >= WARM_UP:
                start, steps = now, 0
            continue
        steps += 1
        if now - start >= seconds:
            break
    speed = steps * SEQUENCES * INPUTS / (now - start)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    print(json.dumps({"tokens_per_second": round(speed), "peak_megabytes": round(megabytes)}))


main(float(sys.argv[1]), int(sys.argv[2]))
