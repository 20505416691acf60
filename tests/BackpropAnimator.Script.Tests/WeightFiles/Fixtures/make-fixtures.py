#!/usr/bin/env python3
"""Makes the files beside it anew, each as its tool writes it, and forward.json with what the frameworks compute of them.

The tests read what is committed and need no Python. Made with NumPy 1.24, PyTorch 1.13 and ONNX 1.12 (Debian 12's packages).
Two kinds of files do not come from their own tools, which were not at hand: the safetensors files are written below from the
published format (https://github.com/huggingface/safetensors, README), and the Keras model's JSON is written below in the form
of Keras 2's `model.to_json()`; the arrays beside it are saved as its documentation says, by `np.savez(file, *model.get_weights())`.
"""
import json
import os
import struct

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn

os.chdir(os.path.dirname(os.path.abspath(__file__)))
torch.manual_seed(7)
torch.set_default_dtype(torch.float64)          # weights that 32 bits would round
forward = {}


def expect(name, x, y):
    """What a framework computes of one input."""
    forward[name] = {"input": [float(v) for v in np.ravel(x)], "output": [float(v) for v in np.ravel(y)]}


def safetensors(name, tensors):
    """An 8-byte length, a JSON header padded with blanks to a multiple of 8, and the bytes, largest type first."""
    codes = {torch.float64: "F64", torch.float32: "F32", torch.float16: "F16", torch.bfloat16: "BF16", torch.int64: "I64"}
    header, data = {}, b""
    for key, tensor in sorted(tensors.items(), key=lambda item: (-item[1].element_size(), item[0])):
        plain = tensor.view(torch.int16) if tensor.dtype == torch.bfloat16 else tensor
        raw = plain.contiguous().numpy().tobytes()
        header[key] = {"dtype": codes[tensor.dtype], "shape": list(tensor.shape), "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with open(name, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


# PyTorch: a state_dict with all keys as nn.Sequential makes them, in four types of numbers.
x3 = torch.tensor([[0.9, 0.1, 0.4]], dtype=torch.float64)
x2 = torch.tensor([[0.3, -0.8]], dtype=torch.float64)
small = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 2), nn.Sigmoid()).double()
for code, dtype in (("f64", torch.float64), ("f32", torch.float32), ("f16", torch.float16), ("bf16", torch.bfloat16)):
    rounded = {key: value.to(dtype) for key, value in small.state_dict().items()}
    safetensors(f"sequential-{code}.safetensors", rounded)
    model = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 2), nn.Sigmoid()).double()
    model.load_state_dict({key: value.double() for key, value in rounded.items()})
    expect(f"sequential-{code}.safetensors", x3, model(x3).detach())

# More than ten modules, names that do not sort as text does, a layer without biases, and a counter that no layer uses.
deep = nn.Sequential(
    nn.Linear(2, 3), nn.Tanh(), nn.Identity(), nn.Identity(), nn.Linear(3, 3, bias=False), nn.Tanh(), nn.Identity(), nn.Identity(),
    nn.Identity(), nn.Identity(), nn.Linear(3, 1), nn.Sigmoid()).double()
safetensors("deep.safetensors", dict(deep.state_dict(), **{"11.num_batches_tracked": torch.tensor(3)}))
expect("deep.safetensors", x2, deep(x2).detach())


class Named(nn.Module):
    """Names that tell no order: only the shapes do."""

    def __init__(self):
        super().__init__()
        self.input = nn.Linear(2, 3)
        self.head = nn.Linear(3, 1)

    def forward(self, x):
        return torch.sigmoid(self.head(torch.tanh(self.input(x))))


named = Named().double()
safetensors("named.safetensors", named.state_dict())
expect("named.safetensors", x2, named(x2).detach())

# NumPy: x @ W + b, in × out.
W1, b1 = small[0].weight.detach().numpy().T.copy(), small[0].bias.detach().numpy()
W2, b2 = small[2].weight.detach().numpy().T.copy(), small[2].bias.detach().numpy()


def run(w1, c1, w2, c2):
    w1, c1, w2, c2 = (a.astype(np.float64) for a in (w1, c1, w2, c2))
    return 1 / (1 + np.exp(-(np.tanh(x3.numpy() @ w1 + c1) @ w2 + c2)))


def numpy_file(name, w1, c1, w2, c2, save=np.savez, transposed=False):
    save(name, W1=w1, b1=c1, W2=w2, b2=c2)
    if transposed:
        w1, w2 = w1.T, w2.T
    expect(name, x3, run(w1, np.ravel(c1), w2, np.ravel(c2)))


numpy_file("named.npz", W1, b1, W2, b2)
numpy_file("deflated.npz", W1, b1, W2, b2, save=np.savez_compressed)
numpy_file("fortran.npz", np.asfortranarray(W1), b1, np.asfortranarray(W2), b2)
numpy_file("transposed.npz", W1.T.copy(), b1, W2.T.copy(), b2, transposed=True)
numpy_file("columns.npz", W1.T.copy(), b1.reshape(-1, 1), W2.T.copy(), b2.reshape(-1, 1), transposed=True)
numpy_file("float16.npz", *(a.astype(np.float16) for a in (W1, b1, W2, b2)))
numpy_file("float32.npz", *(a.astype(np.float32) for a in (W1, b1, W2, b2)))
numpy_file("integers.npz", *(np.rint(4 * a).astype(t) for a, t in ((W1, np.int8), (b1, np.int32), (W2, np.int64), (b2, np.int16))))
numpy_file("big-endian.npz", *(a.astype(">f8") for a in (W1, b1, W2, b2)))
np.savez("unnamed.npz", W1, b1, W2, b2)
expect("unnamed.npz", x3, run(W1, b1, W2, b2))
np.savez("pickled.npz", W1=np.array([W1, W2], dtype=object), b1=b1)

# Square matrices fit both ways: as NumPy multiplies, and as PyTorch does.
square = np.array([[0.5, -1.0], [2.0, 0.25]])
np.savez("square.npz", W1=square)
expect("square.npz", x2, np.tanh(x2.numpy() @ square))

# Keras: the model in JSON, and its weights.
keras = {
    "class_name": "Sequential",
    "config": {"name": "sequential", "layers": [
        {"class_name": "InputLayer", "config": {"batch_input_shape": [None, 3], "dtype": "float32", "name": "dense_input"}},
        {"class_name": "Dense", "config": {"name": "dense", "units": 4, "activation": "tanh", "use_bias": True}},
        {"class_name": "Dropout", "config": {"name": "dropout", "rate": 0.5}},
        {"class_name": "Dense", "config": {"name": "dense_1", "units": 2, "activation": "sigmoid", "use_bias": True}}]},
    "keras_version": "2.12.0", "backend": "tensorflow"}
with open("keras.json", "w") as file:
    json.dump(keras, file)
np.savez("keras.npz", W1.astype(np.float32), b1.astype(np.float32), W2.astype(np.float32), b2.astype(np.float32))
expect("keras.npz", x3, run(*(a.astype(np.float32) for a in (W1, b1, W2, b2))))

# Lists in JSON.
lists = {"weights": [W1.T.tolist(), W2.T.tolist()], "biases": [b1.tolist(), b2.tolist()]}
with open("lists.json", "w") as file:
    json.dump(lists, file)
with open("pair.json", "w") as file:
    json.dump([lists["weights"], lists["biases"]], file)
with open("matrices.json", "w") as file:
    json.dump(lists["weights"], file)
with open("get-weights.json", "w") as file:
    json.dump([a.tolist() for a in (W1, b1, W2, b2)], file)
with open("state-dict.json", "w") as file:
    json.dump({key: value.tolist() for key, value in small.state_dict().items()}, file)
for name in ("lists.json", "pair.json", "get-weights.json", "state-dict.json"):
    expect(name, x3, run(W1, b1, W2, b2))
expect("matrices.json", x3, run(W1, 0 * b1, W2, 0 * b2))


# ONNX, as PyTorch exports it: Gemm for a batch, MatMul and Add for a single vector.
def export(name, model, x, dtype):
    model = model.to(dtype).eval()
    torch.onnx.export(model, x.to(dtype), name, input_names=["x"], output_names=["y"])
    expect(name, x, model(x.to(dtype)).detach().double())


export("gemm.onnx", small, x3, torch.float64)
export("matmul.onnx", small, x3[0], torch.float64)
relu = nn.Sequential(nn.Flatten(), nn.Linear(3, 4), nn.LeakyReLU(0.2), nn.Dropout(0.5), nn.Linear(4, 2), nn.Softmax(dim=1))
export("leaky-softmax.onnx", relu, x3, torch.float32)


# ONNX with the graph that TensorFlow's converter makes, its numbers in every field that can hold them.
def tensor(name, kind, array):
    return helper.make_tensor(name, kind, array.shape, array.ravel().tolist())


def graph(name, nodes, initializers, kind=TensorProto.FLOAT):
    x, y = helper.make_tensor_value_info("x", kind, [None, 3]), helper.make_tensor_value_info("y", kind, [None, 2])
    model = helper.make_model(helper.make_graph(nodes, "graph", [x], [y], initializers), opset_imports=[helper.make_opsetid("", 13)])
    onnx.checker.check_model(model)
    onnx.save(model, name)


chain = [
    helper.make_node("MatMul", ["x", "W1"], ["h"]), helper.make_node("Add", ["b1", "h"], ["z1"]), helper.make_node("Tanh", ["z1"], ["a1"]),
    helper.make_node("MatMul", ["a1", "W2"], ["k"]), helper.make_node("Add", ["k", "b2"], ["z2"]), helper.make_node("Sigmoid", ["z2"], ["y"])]
f16, f32 = ([a.astype(t) for a in (W1, b1, W2, b2)] for t in (np.float16, np.float32))
names = ("W1", "b1", "W2", "b2")
graph("float-data.onnx", chain, [tensor(n, TensorProto.FLOAT, a) for n, a in zip(names, f32)])
expect("float-data.onnx", x3, run(*f32))

# What is no layer of its own: in use, Dropout passes everything on.
idle = [helper.make_node("Identity", ["x"], ["x0"]), helper.make_node("Dropout", ["a1"], ["d1"])]
passing = [idle[0], helper.make_node("MatMul", ["x0", "W1"], ["h"]), *chain[1:3], idle[1], helper.make_node("MatMul", ["d1", "W2"], ["k"]),
           *chain[4:]]
graph("double-data.onnx", passing, [tensor(n, TensorProto.DOUBLE, a) for n, a in zip(names, (W1, b1, W2, b2))], TensorProto.DOUBLE)
expect("double-data.onnx", x3, run(W1, b1, W2, b2))
graph("float16.onnx", chain, [tensor(n, TensorProto.FLOAT16, a) for n, a in zip(names, f16)], TensorProto.FLOAT16)
expect("float16.onnx", x3, run(*f16))
scaled = [
    helper.make_node("Gemm", ["x", "W1", "b1"], ["z1"], alpha=0.5, beta=2.0), helper.make_node("Tanh", ["z1"], ["a1"]),
    helper.make_node("Gemm", ["a1", "W2"], ["z2"], transB=1), helper.make_node("Sigmoid", ["z2"], ["y"])]
graph("scaled.onnx", scaled, [numpy_helper.from_array(a, n) for n, a in (("W1", W1), ("b1", b1), ("W2", W2.T.copy()))], TensorProto.DOUBLE)
expect("scaled.onnx", x3, run(0.5 * W1, 2 * b1, W2, 0 * b2))

# Models that are no chain of dense layers, and ways of saving that leave something out.
f64 = [numpy_helper.from_array(a, n) for n, a in zip(names, (W1, b1, W2, b2))]
graph("residual.onnx", [helper.make_node("Add", ["x", "x"], ["y"], name="twice")], [])
graph("softsign.onnx", [*chain[:2], helper.make_node("Softsign", ["z1"], ["a1"], name="/act"), *chain[3:]], f64, TensorProto.DOUBLE)
graph("branch.onnx", [*chain, helper.make_node("Relu", ["z1"], ["spare"])], f64, TensorProto.DOUBLE)
apart = helper.make_model(helper.make_graph(
    chain, "graph", [helper.make_tensor_value_info("x", TensorProto.DOUBLE, [None, 3])],
    [helper.make_tensor_value_info("y", TensorProto.DOUBLE, [None, 2])], f64), opset_imports=[helper.make_opsetid("", 13)])
onnx.save(apart, "external.onnx", save_as_external_data=True, location="external.data", size_threshold=0, convert_attribute=False)
os.remove("external.data")
normal = nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.Linear(4, 2)).double()
safetensors("batch-norm.safetensors", normal.state_dict())
np.savez("diverged.npz", W1=np.where(W1 == W1[2, 1], np.nan, W1), b1=b1, W2=W2, b2=b2)

with open("forward.json", "w") as file:
    json.dump(forward, file, indent=1)
