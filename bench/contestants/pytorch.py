"""PyTorch, eager, float64, one thread: it answers "run COUNT" with the nanoseconds and "write FILE" with "ok".

Usage: pytorch.py scalar GRAPH | chain WIDTH DEPTH FILE | classifier SAMPLES FILE, with the files that the programs in C read.
"""
import sys
import time

import numpy
import torch

torch.set_num_threads(1)
SIZES = (784, 256, 128, 10)


def scalar(path):
    data = open(path, "rb").read()
    size, inputs = numpy.frombuffer(data, numpy.int32, 2).tolist()
    start = numpy.frombuffer(data, numpy.float64, inputs, 8).tolist()
    offset = 8 + 8 * inputs
    first = numpy.frombuffer(data, numpy.int32, size, offset).tolist()
    second = numpy.frombuffer(data, numpy.int32, size, offset + 4 * size).tolist()
    codes = numpy.frombuffer(data, numpy.uint8, size, offset + 8 * size).tolist()
    functions = [None, torch.add, torch.mul, torch.sin, torch.tanh, torch.exp]

    def step():
        values = [torch.tensor(x, dtype=torch.float64, requires_grad=True) for x in start]
        for i in range(inputs, size):
            f = functions[codes[i]]
            a = values[first[i]]
            value = f(a) if second[i] < 0 else f(a, values[second[i]])
            value.retain_grad()
            values.append(value)
        values[-1].backward()
        return values

    return step, lambda values: [v.detach() for v in values] + [v.grad for v in values]


def reader(path):
    data = torch.from_numpy(numpy.fromfile(path))
    place = 0

    def read(*shape):
        nonlocal place
        count = int(numpy.prod(shape))
        place += count
        return data[place - count : place].reshape(shape).clone()

    return read


def differentiated(loss_of, leaves):
    for leaf in leaves:
        leaf.requires_grad_()

    def step():
        for leaf in leaves:
            leaf.grad = None
        loss = loss_of()
        loss.backward()
        return loss

    return step, lambda loss: [loss.detach()] + [leaf.grad for leaf in leaves]


def chain(width, depth, path):
    read = reader(path)
    W = [read(int(width), int(width)) for _ in range(int(depth))]
    x = read(int(width))

    def loss_of():
        y = x
        for matrix in W:
            y = torch.tanh(matrix @ y)
        return y.sum()

    return differentiated(loss_of, W + [x])


def classifier(samples, path):
    read = reader(path)
    layers = [(read(n, m), read(n)) for m, n in zip(SIZES, SIZES[1:])]
    x = read(int(samples), SIZES[0])
    answers = read(int(samples), SIZES[-1])

    def loss_of():
        y = x
        for k, (W, b) in enumerate(layers):
            y = torch.nn.functional.linear(y if k == 0 else torch.tanh(y), W, b)
        return torch.nn.functional.cross_entropy(y, answers)

    return differentiated(loss_of, [p for layer in layers for p in layer] + [x])


step, results = {"scalar": scalar, "chain": chain, "classifier": classifier}[sys.argv[1]](*sys.argv[2:])
print("ready PyTorch", torch.__version__, flush=True)
for line in sys.stdin:
    word, argument = line.rstrip("\n").split(" ", 1)
    if word == "run":
        start = time.perf_counter_ns()
        for _ in range(int(argument)):
            step()
        print(time.perf_counter_ns() - start, flush=True)
    else:
        torch.cat([r.reshape(-1) for r in results(step())]).numpy().tofile(argument)
        print("ok", flush=True)
