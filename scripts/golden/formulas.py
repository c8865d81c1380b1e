"""
Every operator of Nabla as PyTorch has it, or as a formula of PyTorch's operations where it has none: a second
opinion that shares no code with the engine. A formula takes the operands in order and the settings by name, with
Nabla's defaults. Where PyTorch offers several forms, the one that keeps its digits stands here. Derivatives are
never written down: autograd finds them.
"""

import itertools
import math

import torch
import torch.nn.functional as F

special, linalg = torch.special, torch.linalg


# Broadcasts: PyTorch's rules add a vector to every row of a matrix, as Nabla's do.

ARITHMETIC = {
    "add": torch.add,
    "subtract": torch.sub,
    "multiply": torch.mul,
    "divide": torch.div,
    "pow": torch.pow,
    "maximum": torch.maximum,
    "minimum": torch.minimum,
    "hypot": torch.hypot,
    "logaddexp": torch.logaddexp,
    "atan2": torch.atan2,
}


def logcosh(x):
    # cosh x = 1 + 2 sinh²(x/2): no digit is lost near 0.
    return torch.log1p(2 * torch.sinh(x / 2) ** 2)


def sinc(x):
    # Viète: sin x / x = cos(x/2) cos(x/4) cos(x/8) …; what is left after 40 factors is 1 to the last digit.
    halves = 0.5 ** torch.arange(1, 41, dtype=x.dtype)
    return torch.cos(x.unsqueeze(-1) * halves).prod(-1)


ELEMENTWISE = {
    "identity": torch.clone,
    "negative": torch.neg,
    "abs": torch.abs,
    "square": torch.square,
    "cube": lambda x: x * x * x,
    "power": lambda x, exponent: torch.pow(x, exponent),
    "sqrt": torch.sqrt,
    "rsqrt": torch.rsqrt,
    "reciprocal": torch.reciprocal,
    "exp": torch.exp,
    "exp2": torch.exp2,
    "expm1": torch.expm1,
    "log": torch.log,
    "log2": torch.log2,
    "log10": torch.log10,
    "log1p": torch.log1p,
    "logit": torch.logit,
    "logcosh": logcosh,
    "xlogx": lambda x: -special.entr(x),
    # F.softplus is the identity from 20 on.
    "softplus": lambda x: torch.logaddexp(x, torch.zeros_like(x)),
    "log_sigmoid": F.logsigmoid,
    "sin": torch.sin,
    "cos": torch.cos,
    "tan": torch.tan,
    "asin": torch.asin,
    "acos": torch.acos,
    "atan": torch.atan,
    "sinc": sinc,
    "sinh": torch.sinh,
    "cosh": torch.cosh,
    "tanh": torch.tanh,
    "asinh": torch.asinh,
    "acosh": torch.acosh,
    "atanh": torch.atanh,
    "sigmoid": torch.sigmoid,
    "relu": F.relu,
    "relu6": F.relu6,
    "leaky_relu": lambda x, slope=0.01: F.leaky_relu(x, slope),
    "elu": lambda x, alpha=1.0: F.elu(x, alpha),
    "selu": F.selu,
    "gelu": F.gelu,
    "gelu_tanh": lambda x: F.gelu(x, approximate="tanh"),
    "silu": F.silu,
    "mish": F.mish,
    "softsign": F.softsign,
    "erf": special.erf,
    "hardtanh": F.hardtanh,
    # F.hardsigmoid has no second derivative.
    "hardsigmoid": lambda x: F.relu6(x + 3) / 6,
    "hardswish": F.hardswish,
    "clip": lambda x, min, max: torch.clamp(x, min, max),
    "sign": torch.sign,
    "step": lambda x: (x > 0).to(x.dtype),
    "floor": torch.floor,
    "ceil": torch.ceil,
    "round": torch.round,
    "stop_gradient": torch.detach,
}


def along(reduce):
    """Over everything, or along an axis."""

    def formula(x, axis=None, **settings):
        return reduce(x.reshape(-1), 0, **settings) if axis is None else reduce(x, axis, **settings)

    return formula


REDUCTIONS = {
    "sum": along(torch.sum),
    "mean": along(torch.mean),
    "prod": along(torch.prod),
    "squared_norm": along(lambda x, dim: (x * x).sum(dim)),
    "norm": along(lambda x, dim, ord=2: linalg.vector_norm(x, math.inf if ord == "inf" else ord, dim)),
    "max": along(torch.amax),
    "min": along(torch.amin),
    "logsumexp": along(torch.logsumexp),
    "var": along(lambda x, dim, correction=0: torch.var(x, dim, correction=correction)),
    "std": along(lambda x, dim, correction=0: torch.std(x, dim, correction=correction)),
    "cumulative_sum": lambda x: torch.cumsum(x, 0),
    "cumulative_prod": lambda x: torch.cumprod(x, 0),
    "diff": torch.diff,
}


def det(x):
    # Leibniz' sum over permutations: PyTorch's own derivative of det perturbs a singular matrix.
    n = len(x)
    total = torch.zeros((), dtype=x.dtype)
    for columns in itertools.permutations(range(n)):
        inversions = sum(columns[i] > columns[j] for i in range(n) for j in range(i + 1, n))
        total = total + (-1) ** inversions * x[range(n), columns].prod()
    return total


LINEAR_ALGEBRA = {
    "dot": torch.dot,
    "matvec": torch.mv,
    "linear": lambda W, x, b: F.linear(x, W, b),
    "vecmat": torch.matmul,
    "matmul": torch.matmul,
    "transpose": lambda x: x.T if x.dim() == 2 else torch.reshape(x, (1, -1) if x.dim() == 1 else ()),
    "outer": torch.outer,
    "quadratic_form": lambda A, x: torch.einsum("i,ij,j->", x, A, x),
    "bilinear": lambda A, x, y: torch.einsum("i,ij,j->", x, A, y),
    "trace": torch.trace,
    "det": det,
    "logdet": lambda x: linalg.slogdet(x).logabsdet,
    "inv": linalg.inv,
    "solve": linalg.solve,
    "cross": linalg.cross,
    "normalize": lambda x: F.normalize(x, dim=0),
    "cosine_similarity": lambda a, b: F.cosine_similarity(a, b, dim=0),
    "distance": lambda a, b: linalg.vector_norm(a - b),
}

STRUCTURE = {
    "index": lambda x, index: x[index - 1],
    "slice": lambda x, start, end: x[start - 1 : end],
    "gather": lambda x, indices: x[[i - 1 for i in indices]],
    "concat": lambda *parts: torch.cat([torch.atleast_1d(part) for part in parts]),
    "stack": lambda *parts: torch.stack(parts),
    "flip": lambda x: torch.flip(x, tuple(range(x.dim()))),
    "sort": lambda x: torch.sort(x).values,
    "pad": lambda x, before, after: F.pad(x, (before, after)),
    "reshape": lambda x, shape: torch.reshape(x, shape),
    "flatten": torch.ravel,
    "diag": torch.diag,
    "row": lambda x, index: x[index - 1],
    "column": lambda x, index: x[:, index - 1],
    "broadcast": lambda x, shape: torch.broadcast_to(x, shape),
}


def cross_entropy(logits, target):
    # −log s_i = log(1 + Σ_{j≠i} e^(x_j − x_i)). F.cross_entropy takes the small loss of a sure guess as a
    # difference of large logits: of 6.93e-13 it keeps four digits.
    others = 1 - torch.eye(logits.shape[-1], dtype=logits.dtype)
    differences = logits.unsqueeze(-2) - logits.unsqueeze(-1)
    losses = torch.log1p((torch.exp(differences) * others).sum(-1))
    return (target * losses).sum(-1).mean()


def binary_cross_entropy_with_logits(logits, target):
    # F.binary_cross_entropy_with_logits loses the digits of a sure guess as well: of 4.68e-14 it keeps three.
    return -(target * F.logsigmoid(logits) + (1 - target) * F.logsigmoid(-logits)).mean()


LOSSES = {
    "softmax": lambda x, temperature=1.0: F.softmax(x / temperature, dim=-1),
    "log_softmax": lambda x: F.log_softmax(x, dim=-1),
    "cross_entropy": cross_entropy,
    "negative_log_likelihood": lambda p, target: -special.xlogy(target, p).sum(),
    "kl_divergence": lambda q, p: F.kl_div(p.log(), q, reduction="sum"),
    "entropy": lambda p: special.entr(p).sum(),
    "binary_cross_entropy": F.binary_cross_entropy,
    "binary_cross_entropy_with_logits": binary_cross_entropy_with_logits,
    "squared_error": lambda p, t: F.mse_loss(p, t, reduction="sum"),
    "half_squared_error": lambda p, t: F.mse_loss(p, t, reduction="sum") / 2,
    "mse_loss": F.mse_loss,
    "mae_loss": F.l1_loss,
    "huber_loss": lambda p, t, delta=1.0: F.huber_loss(p, t, delta=delta),
    "hinge_loss": lambda score, target: F.relu(1 - target * score).sum(),
    "logistic_loss": lambda score, target: -F.logsigmoid(target * score).sum(),
}


def channel(pool):
    """A layer over batches of channels, on one vector."""
    return lambda x, *rest, **settings: pool(x[None, None], *rest, **settings)[0, 0]


LAYERS = {
    "conv1d": lambda x, kernel: channel(F.conv1d)(x, kernel[None, None]),
    "avg_pool1d": lambda x, size: channel(F.avg_pool1d)(x, size),
    "max_pool1d": lambda x, size: channel(F.max_pool1d)(x, size),
    "layer_norm": lambda x, epsilon=1e-5: F.layer_norm(x, x.shape[-1:], eps=epsilon),
    "rms_norm": lambda x, epsilon=1e-5: x / torch.sqrt(x.square().mean(-1, keepdim=True) + epsilon),
}

FORMULAS = {
    **ARITHMETIC,
    **ELEMENTWISE,
    **REDUCTIONS,
    **LINEAR_ALGEBRA,
    **STRUCTURE,
    **LOSSES,
    **LAYERS,
}
