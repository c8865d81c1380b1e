/**
 * The commands of TeX that a name may hold, by the character they are drawn with.
 */
const table = (text: string): Map<string, string> =>
  new Map(
    text
      .trim()
      .split(/\s+/)
      .map((pair) => [pair.slice(0, -1), pair.slice(-1)]),
  );

/** Small Greek is slanted like any letter. */
export const SLANTED = table(`
  alphaα betaβ gammaγ deltaδ epsilonϵ varepsilonε zetaζ etaη thetaθ varthetaϑ iotaι kappaκ lambdaλ muμ nuν xiξ piπ varpiϖ rhoρ varrhoϱ
  sigmaσ varsigmaς tauτ upsilonυ phiϕ varphiφ chiχ psiψ omegaω`);

export const UPRIGHT = table(`
  GammaΓ DeltaΔ ThetaΘ LambdaΛ XiΞ PiΠ SigmaΣ UpsilonΥ PhiΦ PsiΨ OmegaΩ partial∂ nabla∇ top⊤ infty∞ prime′ lVert‖ rVert‖ Vert‖
  lvert| rvert| vert| ldots… dots… cdots⋯ langle⟨ rangle⟩ ellℓ hbarℏ emptyset∅ forall∀ exists∃ circ∘ star⋆ bullet∙ dagger† perp⊥`);

/** These have room on both sides. */
export const SPACED = table(`
  cdot· times× div÷ pm± mp∓ leq≤ le≤ geq≥ ge≥ neq≠ ne≠ approx≈ equiv≡ sim∼ to→ rightarrow→ leftarrow← mapsto↦ odot⊙ oplus⊕ otimes⊗
  in∈ cup∪ cap∩ wedge∧ vee∨ ll≪ gg≫ propto∝`);

/** Over a letter. */
export const ACCENTS = table('hatˆ widehatˆ tilde˜ widetilde˜ bar¯ overline¯ dot˙ ddot¨');

/** Names of functions, written upright. */
export const FUNCTIONS = new Set(
  `sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth exp ln log lg max min sup inf lim det dim ker deg gcd arg Pr`.split(
    ' ',
  ),
);

/** Commands that only make room, in sizes. */
export const SPACES = new Map([
  ['\\,', 1 / 6],
  ['\\:', 2 / 9],
  ['\\>', 2 / 9],
  ['\\;', 5 / 18],
  ['\\!', -1 / 6],
  ['\\ ', 0.25],
  ['\\quad', 1],
  ['\\qquad', 2],
]);
