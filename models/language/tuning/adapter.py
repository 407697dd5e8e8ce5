"""The adapter as a GGUF file for llama.cpp, written and read back: training goes on from what is shipped."""
import gguf
import numpy as np
import torch

ALPHA = 32


def write_adapter(model, file):
    writer = gguf.GGUFWriter(file, "gemma3")
    writer.add_type("adapter")
    writer.add_name("Parley adapter for Gemma 3 270M")
    writer.add_string("general.license", "gemma")
    writer.add_string("adapter.type", "lora")
    writer.add_float32("adapter.lora.alpha", float(ALPHA))
    for key, layer in model.linear.items():
        block, name = key.split("_", 1)
        writer.add_tensor(f"blk.{block}.{name}.weight.lora_a", layer.a.detach().float().numpy().astype(np.float16))
        writer.add_tensor(f"blk.{block}.{name}.weight.lora_b", layer.b.detach().float().numpy().astype(np.float16))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def read_adapter(model, file):
    tensors = {tensor.name: tensor.data for tensor in gguf.GGUFReader(file).tensors}
    for key, layer in model.linear.items():
        block, name = key.split("_", 1)
        for half in ("a", "b"):
            value = torch.from_numpy(np.array(tensors[f"blk.{block}.{name}.weight.lora_{half}"], dtype=np.float32))
            getattr(layer, half).data.copy_(value.view_as(getattr(layer, half)))
