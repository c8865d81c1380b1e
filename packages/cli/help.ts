/**
 * What the commands do, for a person who has never used them.
 */
export const HELP = `nabla: Jacobians on the edges of a graph

  nabla eval FILE…      values, gradients and local Jacobians
  nabla check FILE      every Jacobian and gradient against finite differences
  nabla validate FILE…  only read the files and tell what is wrong with them
  nabla export FILE     a picture of the graph, with the graph inside; or LaTeX
  nabla COMMAND --help  more about one command
  nabla --version

Try it on a graph of the gallery:

  npx nabla eval assets/lessons/case-6.nabla
  npx nabla eval assets/lessons/case-6.nabla --set x=[1,2] --json

Exit status: 0 fine, 1 a graph has a problem (told on stderr), 2 wrong use.
`;

export const COMMAND_HELP: Record<string, string> = {
  eval: `nabla eval FILE… [options]: values, gradients and local Jacobians

  --target ID         differentiate this node instead of the file's target
  --set ID=JSON       give a variable, parameter or constant another value (repeatable)
  --tangent ID=JSON   push this direction forward from a node (repeatable)
  --json              one line of JSON a file instead of a table
  --jacobians none    leave the Jacobians out of the JSON, for large graphs
  --profile NAME      whose derivative to use at a kink: nabla, pytorch, jax, or strict (none: NaN)

A value is a number, a column [1,2] or rows [[1,2],[3,4]]. A gradient is a row; a Jacobian has a row for each
component of the later node and a column for each component of the operand.

  nabla eval graph.nabla --set 'x=[1, 2]' --tangent 'x=[1, 0]'
  nabla eval *.nabla --json | jq .nodes.z.gradient

A file that is refused is told of in its place and does not stop the others; the status is then 1.
`,
  check: `nabla check FILE [--json]: the gradient check

Compares the Jacobian of every edge, and the gradient of the file's target at every node, with central differences
extrapolated to h → 0. Prints the largest relative error of each; the status is 1 if one exceeds 1e-6. Edges at a kink
have no derivative to compare with: they are skipped, and it says so.
`,
  validate: `nabla validate FILE…: read the files and tell what is wrong with them

Reads, checks the structure and fits the shapes together, without evaluating. Every problem is told with its place. A
graph that is merely unfinished (operands without wires) is valid: status 0.
`,
  export: `nabla export FILE --to svg|png|latex [options]: a picture of the graph, or its numbers

  --to FORMAT         svg or png; latex: values, Jacobians and gradients as equations, for amsmath
  -o, --output FILE   write to this file instead of the standard output
  --theme NAME        of a picture: light (default), dark, or transparent: the light colours on no paper
  --show WHAT         on the wires: jacobians (default), values, gradients or differentials
  --edges HOW         what the wires say: numbers (default), symbols, or both
  --text HOW          of an SVG: text (default), small and searchable, or outlines, which need no fonts
  --scale NUMBER      of a PNG: pixels for each pixel of the canvas, from 1 to 4 (default 2)

The picture looks like the canvas and holds the graph itself: whoever has the slide can have the graph. A file without
positions is laid out. An unfinished graph is drawn with a dash where nothing is known: status 0.

  nabla export graph.nabla --to svg -o graph.svg
  nabla export graph.nabla --to png --theme dark --scale 4 > graph.png
`,
};
