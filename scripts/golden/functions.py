"""
Writes the golden file of the shipped functions: what PyTorch says of each file in assets/functions, in float64.

    python3 scripts/golden/functions.py assets/functions packages/document/fixtures

Only the leaves and their wires are taken from a file. What its function is, and what its target makes of it, is written here once more,
in PyTorch's operations; Jacobians come from autograd (docs/golden-files.md).
"""

import json
import math
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Callable, Dict, List, Tuple

import torch
from torch.autograd.functional import jacobian
from torch.nn import functional as F

from evaluate import plain, tensor, write

torch.set_default_dtype(torch.float64)

SEED = 20_260_101


def quaternion_product(a, b):
    """Multiplied out, component by component."""
    a1, a2, a3, a4 = a
    b1, b2, b3, b4 = b
    return torch.stack(
        [
            a1 * b1 - a2 * b2 - a3 * b3 - a4 * b4,
            a1 * b2 + a2 * b1 + a3 * b4 - a4 * b3,
            a1 * b3 - a2 * b4 + a3 * b1 + a4 * b2,
            a1 * b4 + a2 * b3 - a3 * b2 + a4 * b1,
        ]
    )


def spherical_to_cartesian(p):
    r, theta, phi = p
    return r * torch.stack([torch.sin(theta) * torch.cos(phi), torch.sin(theta) * torch.sin(phi), torch.cos(theta)])


def polar_to_cartesian(p):
    return p[0] * torch.stack([torch.cos(p[1]), torch.sin(p[1])])


def rosenbrock(x):
    return (1 - x[0]) ** 2 + 100 * (x[1] - x[0] ** 2) ** 2


def attention(Q, K, V):
    return torch.einsum("ij,jk->ik", torch.softmax(torch.einsum("id,jd->ij", Q, K) / math.sqrt(Q.shape[1]), 1), V)


def residual_block(x, W1, b1, W2, b2):
    return x + F.linear(F.relu(F.linear(x, W1, b1)), W2, b2)


def batch_norm(X, gamma, beta, epsilon):
    """F.batch_norm takes epsilon as a number, by which nothing can be differentiated."""
    mean = X.mean(0, keepdim=True)
    return gamma * (X - mean) * ((X - mean).square().mean(0) + epsilon).rsqrt() + beta


def half_squared_error(y, t):
    return (y - t).square().sum() / 2


@dataclass
class Shipped:
    """A function, the shapes of its operands elsewhere, and the target of its file as a function of its value and the other leaf."""

    formula: Callable
    elsewhere: List[Tuple[Tuple[int, ...], ...]]
    other: str = ""
    target: Callable = lambda y: y


SHIPPED: Dict[str, Shipped] = {
    "dense-layer": Shipped(
        lambda W, x, b: torch.tanh(F.linear(x, W, b)), [((2, 4), (4,), (2,)), ((1, 3), (3,), (1,))], "t", half_squared_error
    ),
    "two-layer-mlp": Shipped(
        lambda x, W1, b1, W2, b2: F.linear(torch.tanh(F.linear(x, W1, b1)), W2, b2),
        [((3,), (4, 3), (4,), (1, 4), (1,)), ((1,), (2, 1), (2,), (3, 2), (3,))],
        "t",
        half_squared_error,
    ),
    "residual-block": Shipped(
        residual_block, [((3,), (2, 3), (2,), (3, 2), (3,)), ((1,), (4, 1), (4,), (1, 4), (1,))], "t", half_squared_error
    ),
    "scaled-dot-product-attention": Shipped(
        attention, [((2, 3), (4, 3), (4, 2)), ((3, 1), (2, 1), (2, 5)), ((1, 7), (3, 7), (3, 1))], "T", F.mse_loss
    ),
    "batch-norm": Shipped(batch_norm, [((5, 3), (3,), (3,), ()), ((3, 1), (1,), (1,), ())], "T", F.mse_loss),
    "logistic-regression": Shipped(
        lambda w, x, b: torch.sigmoid((w * x).sum() + b), [((4,), (4,), ()), ((1,), (1,), ())], "t", F.binary_cross_entropy
    ),
    "polar-to-cartesian": Shipped(polar_to_cartesian, [((2,),), ((2,),)]),
    "spherical-to-cartesian": Shipped(spherical_to_cartesian, [((3,),), ((3,),)]),
    "quaternion-product": Shipped(quaternion_product, [((4,), (4,)), ((4,), (4,))]),
    "rosenbrock": Shipped(rosenbrock, [((2,),), ((2,),)]),
    "layer-norm-affine": Shipped(
        lambda x, gamma, beta: F.layer_norm(x, x.shape[-1:], gamma, beta, 1e-5),
        [((6,), (6,), (6,)), ((3, 5), (5,), (5,))],
        "t",
        half_squared_error,
    ),
    "gated-linear-unit": Shipped(
        lambda x, W, b, V, c: F.glu(torch.cat([F.linear(x, W, b), F.linear(x, V, c)]), 0),
        [((3,), (2, 3), (2,), (2, 3), (2,)), ((1,), (4, 1), (4,), (4, 1), (4,))],
        "t",
        half_squared_error,
    ),
}


def point(formula, operands):
    """The value, and a Jacobian an operand."""
    value = formula(*operands)
    rows = jacobian(formula, tuple(operands))
    return {
        "operands": [plain(x) for x in operands],
        "value": plain(value),
        "jacobians": [plain(J.reshape(value.numel(), x.numel())) for J, x in zip(rows, operands)],
    }


def evaluate(name, shipped, graph, random):
    leaves = {node["id"]: tensor(node["value"]) for node in graph["nodes"] if "value" in node}
    (node,) = [node for node in graph["nodes"] if node.get("function") == name.replace("-", "_")]
    operands = graph["functions"][node["function"]]["inputs"]
    wires = [node["inputs"][operand] for operand in operands]
    ids = wires + ([shipped.other] if shipped.other else [])

    def target(*values):
        return shipped.target(shipped.formula(*values[: len(wires)]), *values[len(wires) :])

    whole = point(target, [leaves[leaf] for leaf in ids])
    # Above 0, where a variance or an epsilon would be.
    elsewhere = [
        [torch.rand(shape, generator=random) * (2.5 if shape else 1) - (1.25 if shape else 0) for shape in shapes]
        for shapes in shipped.elsewhere
    ]
    return {
        "function": name,
        "leaves": ids,
        "target": whole["value"],
        "gradients": whole["jacobians"],
        "points": [point(shipped.formula, values) for values in [[leaves[leaf] for leaf in wires], *elsewhere]],
    }


def main(assets, folder):
    files = {path.stem: json.loads(path.read_text()) for path in sorted(Path(assets).glob("*.nabla"))}
    if files.keys() != SHIPPED.keys():
        sys.exit(
            f"{assets} and scripts/golden/functions.py do not hold the same functions; one of them lacks "
            f"{', '.join(sorted(files.keys() ^ SHIPPED.keys()))}."
        )
    random = torch.Generator().manual_seed(SEED)
    results = [evaluate(name, SHIPPED[name], graph, random) for name, graph in files.items()]
    write(Path(folder, "golden-functions.json"), "functions", results)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
