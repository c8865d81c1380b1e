"""
Reads the cases that cases.ts wrote and writes the golden files: what PyTorch says of them, in float64.

    python3 scripts/golden/evaluate.py CASES FOLDER

Jacobians are size(value) × size(operand), matrices flattened by rows (docs/golden-files.md).
"""

import json
import sys
from pathlib import Path

import torch
from torch.autograd.functional import jacobian

from formulas import FORMULAS

torch.set_default_dtype(torch.float64)


def tensor(value):
    return torch.tensor(value, dtype=torch.float64)


def evaluate_operator(case):
    """The value, and a Jacobian an operand."""
    formula, settings = FORMULAS[case["operator"]], case.get("attributes", {})
    operands = tuple(tensor(value) for value in case["operands"])
    value = formula(*operands, **settings)
    # Functions that block the gradient are flat, which PyTorch tells by a result that depends on nothing.
    jacobians = jacobian(lambda *xs: formula(*xs, **settings).clone(), operands, strict=False)
    return {
        **case,
        "value": plain(value),
        "jacobians": [plain(J.reshape(value.numel(), x.numel())) for J, x in zip(jacobians, operands)],
    }


def evaluate_graph(graph):
    """Values and gradients of all nodes, and the Hessian where one is asked for."""
    nodes = {}
    for spec in graph["nodes"]:
        nodes[spec["id"]] = node_of(spec, nodes)
    target = nodes[graph["target"]]
    result = {
        **graph,
        "values": {name: plain(node) for name, node in nodes.items()},
        "gradients": gradients_of(target, nodes),
    }
    if "hessian" in graph:
        result["hessian"] = {**graph["hessian"], "rows": hessian_of(target, nodes[graph["hessian"]["leaf"]])}
    return result


def node_of(spec, nodes):
    """A tensor of its own for every node, one that may be differentiated by even where nothing flows further up."""
    if spec["op"] == "variable":
        return tensor(spec["value"]).requires_grad_()
    # The wires stand in the order of the operands.
    operands = [nodes[source] for source in spec["inputs"].values()]
    return FORMULAS[spec["op"]](*operands, **spec.get("attributes", {})).clone().requires_grad_()


def gradients_of(target, nodes):
    rows = [
        torch.autograd.grad(entry, list(nodes.values()), retain_graph=True, allow_unused=True)
        for entry in target.reshape(-1)
    ]
    return {
        name: [plain(zero_if_absent(row[k], node).reshape(-1)) for row in rows]
        for k, (name, node) in enumerate(nodes.items())
    }


def hessian_of(target, leaf):
    """The gradient, differentiated once more."""
    (gradient,) = torch.autograd.grad(target, leaf, create_graph=True)
    rows = [torch.autograd.grad(entry, leaf, retain_graph=True)[0] for entry in gradient.reshape(-1)]
    return [plain(row.reshape(-1)) for row in rows]


def zero_if_absent(gradient, node):
    return torch.zeros_like(node) if gradient is None else gradient


def plain(value):
    """Nested lists; whole numbers without a point, others with all their digits."""
    if not value.isfinite().all():
        raise ArithmeticError
    return shortened(value.detach().tolist())


def shortened(value):
    if isinstance(value, list):
        return [shortened(entry) for entry in value]
    return int(value) if value == int(value) and abs(value) < 1e15 else value


def each(evaluate, cases):
    for case in cases:
        try:
            yield evaluate(case)
        except ArithmeticError:
            sys.exit(
                f"PyTorch gives a number that is not finite for {json.dumps(case)}: take a formula that stays finite "
                "there in scripts/golden/formulas.py, or another SEED in scripts/golden/cases.ts."
            )


def write(path, key, results):
    """One case a line, so that a change shows as the lines it changes."""
    lines = [json.dumps(result, separators=(",", ":"), allow_nan=False) for result in results]
    text = ",\n".join(lines)
    path.write_text(f'{{"pytorch":"{torch.__version__}","{key}":[\n{text}\n]}}\n')
    print(f"{path}: {len(lines)} {key}, {path.stat().st_size // 1000} kB")


def main(cases_path, folder):
    cases = json.loads(Path(cases_path).read_text())
    unknown = {case["operator"] for case in cases["operators"]} - FORMULAS.keys()
    if unknown:
        sys.exit(f"scripts/golden/formulas.py has no formula for {', '.join(sorted(unknown))}: add one for each.")
    write(Path(folder, "golden-operators.json"), "operators", each(evaluate_operator, cases["operators"]))
    write(Path(folder, "golden-graphs.json"), "graphs", each(evaluate_graph, cases["graphs"]))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
