/**
 * The editor in French: every screen that a lesson passes through speaks it, and the language changes under the hand without touching the graph.
 */
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { drag, handleOf, jacobianOf, nodeOf, openLesson, type Stage, setStage } from './page';

let stage: Stage;
let page: Page;

/** French typography: a thin space that does not break, and a wide one. */
const [THIN, WIDE] = ['\u202f', '\u00a0'];

beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

/** A page in French with a lesson open. */
async function lesson(title: string): Promise<void> {
  page = await stage.open({ locale: 'fr-FR' });
  await openLesson(page, title);
}

/** Saves and opens through a download and an upload, which a test can read and feed. */
async function withoutFilePickers(): Promise<void> {
  page = await stage.browser.newContext({ locale: 'fr-FR' }).then((context) => context.newPage());
  await page.addInitScript(() => {
    Object.assign(window, { showOpenFilePicker: undefined, showSaveFilePicker: undefined });
  });
  await page.goto(stage.url);
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const inspector = () => page.getByRole('complementary', { name: 'Inspecteur' });
/** What is read, in one line; unbreakable spaces stay what they are. */
const text = async (locator: ReturnType<Page['locator']>) =>
  (await locator.innerText()).replace(/[ \n\t]+/g, ' ').trim();

describe('In French', () => {
  beforeEach(() => {
    stage.troubles.length = 0;
    return async () => {
      await page.context().close();
      expect(stage.troubles).toEqual([]);
    };
  });

  it('the first screen greets, and the page says what language it is in', async () => {
    page = await stage.open({ locale: 'fr-FR' });
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    expect(await text(page.locator('header p'))).toBe(
      `Voir le calcul différentiel${WIDE}: des graphes dont les fils portent leurs jacobiennes.`,
    );
    await button('Nouveau graphe').click();
    await expect.poll(() => page.title()).toBe('Sans titre – Nabla');
    await expect.poll(() => text(inspector())).toContain('Pour commencer Cliquez sur une fonction à gauche');
    await button('Galerie').click();
    await button(`Revenir à «${WIDE}Sans titre${WIDE}»`).waitFor();
  });

  it('the editor and its inspector speak of the graph, a node, a leaf and a wire', async () => {
    await lesson('Cas 6');
    expect(await text(inspector())).toContain(
      '4 nœuds, 3 fils. Sélectionnez-en un pour voir ses jacobiennes.',
    );
    expect(await text(page.getByRole('group', { name: 'Ce que montrent les fils' }))).toContain(
      'Valeurs Jacobiennes Gradients Différentielles',
    );
    expect(await text(page.getByRole('navigation', { name: 'Étapes de la leçon' }))).toContain(
      'Introduction',
    );

    await nodeOf(page, 'z').locator('header').click();
    expect(await text(inspector())).toContain(`${WIDE}: le point de départ de la rétropropagation.`);
    expect(await button('Cible').getAttribute('title')).toBe('Dériver ce nœud (T)');

    await nodeOf(page, 'x').locator('header').click();
    expect(await text(inspector())).toContain('variable paramètre constante');
    await page.getByRole('slider', { name: 'curseur de x, composante 1' }).waitFor();
    await inspector().getByRole('table', { name: 'Gradient de z par rapport à x' }).waitFor();

    await jacobianOf(page, 'q', 'W').click();
    expect(await text(inspector())).toContain(
      `Un produit de Kronecker${WIDE}: une petite matrice répétée par blocs. Une ligne par composante de q, une colonne par composante de W.`,
    );
    await inspector().getByRole('grid', { name: 'Jacobienne de q par rapport à W' }).waitFor();
  });

  it('a warning names its node, which stays a link', async () => {
    await lesson('XOR');
    const warnings = inspector().getByRole('list', { name: 'Diagnostics' });
    expect(await text(warnings)).toContain('Dérivée à gauche 0, à droite 1.');
    await warnings.getByRole('img', { name: 'avertissement' }).waitFor();
    await warnings.getByRole('button', { name: 'h' }).click();
    await inspector().getByRole('heading', { name: 'h', exact: true }).waitFor();
    expect(await text(warnings)).toContain(`h${WIDE}: point anguleux`);
  });

  it('a kink is told, and read on the node', async () => {
    await lesson('XOR');
    await page.getByRole('button', { name: 'h', exact: true }).click();
    const warnings = inspector().getByRole('list', { name: 'Diagnostics' });
    expect(await text(warnings)).toMatch(
      /relu a un point anguleux là où .* vaut 0\u00a0: pente 0 à gauche, 1 à droite\u202f; c’est 0 qui est utilisé\./,
    );
  });

  it.each([
    [
      'x',
      'q',
      'A',
      `A est un vecteur de 2, x est un vecteur de 2${WIDE}: il faut une matrice et un vecteur.`,
    ],
    ['z', 'q', 'x', `z dépend déjà de q${WIDE}: les fils tourneraient en rond.`],
  ])('a wire from %s to %s.%s is refused while it is dragged', async (from, to, operand, reason) => {
    await lesson('Cas 6');
    await drag(page, handleOf(page, from), handleOf(page, to, operand), false);
    await expect.poll(() => page.getByRole('status').allInnerTexts()).toContain(reason);
    await page.mouse.up();
    await expect.poll(() => text(page.getByRole('alert'))).toContain(reason);
  });

  it('an operand without a wire is told, and what it keeps from being evaluated', async () => {
    await lesson('Cas 6');
    await jacobianOf(page, 'q', 'x').click({ modifiers: ['Alt'] });
    expect(await text(nodeOf(page, 'z'))).toContain('z n’est pas évalué à cause d’un problème en q.');
    await nodeOf(page, 'q').locator('header').click();
    expect(await text(inspector().getByRole('list', { name: 'Diagnostics' }))).toContain(
      `q${WIDE}: opérande non relié L’opérande x de q (matvec) n’a pas de fil.`,
    );
  });

  it('steps are called in French where they are undone', async () => {
    await lesson('Cas 6');
    await jacobianOf(page, 'q', 'x').click({ modifiers: ['Alt'] });
    await expect
      .poll(() => button('Annuler').getAttribute('title'))
      .toBe(`Annuler${WIDE}: Couper le fil vers q.x (Ctrl+Z)`);
    await button('Annuler').click();
    await expect
      .poll(() => page.locator('[data-announcer]').textContent())
      .toBe(`Annulé${WIDE}: Couper le fil vers q.x`);
  });

  it('nodes and edges are read out', async () => {
    await lesson('Cas 6');
    expect(await jacobianOf(page, 'q', 'x').getAttribute('aria-label')).toBe(
      `Jacobienne de q par rapport à x, 2 par 2${WIDE}: ligne 1${WIDE}: 0,1${THIN}; 0,5${THIN}; ligne 2${WIDE}: -0,3${THIN}; 0,8`,
    );
    expect(await nodeOf(page, 'q').getAttribute('aria-label')).toBe(
      `q, matvec, vecteur de 2${WIDE}: 0,22${THIN}; 0,26`,
    );
  });

  it('a lesson of the gallery is taught, under its title', async () => {
    await lesson('Cas 6');
    const panel = page.getByRole('tabpanel', { name: 'Leçon' });
    await panel.getByRole('heading', { name: /^Cas 6.: d’un vecteur à un vecteur/ }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Titre' }).inputValue()).toMatch(/^Cas 6/);
    await button('Commencer').click();
    await button('Suivant').click();
    await button('Suivant').click();
    await panel.getByRole('heading', { name: 'La ligne revient à travers W' }).waitFor();
  });

  it('functions are found by their names in either language', async () => {
    await lesson('Cas 6');
    await page
      .getByRole('tab', { name: 'Functions' })
      .or(page.getByRole('tab', { name: 'Fonctions' }))
      .click();
    const search = page.getByRole('searchbox', { name: 'Chercher une fonction' });
    for (const words of ['logarithme', 'logarithm', 'ln']) {
      await search.fill(words);
      await expect.poll(() => text(page.locator('nav'))).toMatch(/\blog\b/);
    }
    await search.fill("fonction d'");
    const straight = await page.locator('nav button').allInnerTexts();
    await search.fill('fonction d’');
    expect(await page.locator('nav button').allInnerTexts()).toEqual(straight);
    await search.fill('logarithme');
    await page.getByRole('heading', { name: 'Exponentielles et logarithmes' }).waitFor();
  });

  it('several selected things are counted, each with its plural', async () => {
    await lesson('Cas 6');
    const shift = { modifiers: ['Shift' as const] };
    await nodeOf(page, 'x').locator('header').click();
    await nodeOf(page, 'q').locator('header').click(shift);
    expect(await text(inspector())).toContain(`2 nœuds sélectionnés${THIN}; le premier est montré.`);
    await jacobianOf(page, 'q', 'W').click(shift);
    expect(await text(inspector())).toContain(`2 nœuds et 1 fil sélectionnés${THIN};`);
  });

  it('commands are found in French and in English, and keys are called as on the keyboard', async () => {
    await lesson('Cas 6');
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder(`Que voulez-vous faire${THIN}?`).fill('jacobiennes');
    await page.getByRole('option', { name: 'Jacobiennes' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+?');
    const sheet = page.getByRole('dialog', { name: 'Raccourcis clavier' });
    expect(await text(sheet)).toContain('Touches de « Supprimer » Suppr');
    expect(await text(sheet)).toContain('Ctrl+Maj+Z');
    await sheet.getByRole('button', { name: 'Fermer' }).click();
    await sheet.waitFor({ state: 'detached' });
  });

  it.each([
    ['{"format": ', 'Il y a un problème dans le fichier.', /ligne 1, colonne \d+\u00a0: /],
    [
      '{"format":"nabla","version":1,"nodes":[{"id":"a"},{"id":"b"}]}',
      'Il y a 2 problèmes dans le fichier.',
      /nodes\[0\]/,
    ],
  ])('the file %s is refused with its problems counted', async (contents, sentence, place) => {
    await withoutFilePickers();
    const chooser = page.waitForEvent('filechooser');
    await button('Ouvrir un fichier…').click();
    await (await chooser).setFiles({
      name: 'faux.nabla',
      mimeType: 'application/json',
      buffer: Buffer.from(contents),
    });
    const dialog = page.getByRole('alertdialog', { name: 'Impossible d’ouvrir faux.nabla' });
    await dialog.waitFor();
    expect(await text(dialog)).toContain(`${sentence} Le graphe ouvert reste tel quel.`);
    expect(await text(dialog)).toMatch(place);
    await dialog.getByRole('button', { name: 'Fermer' }).click();
  });

  it('unsaved work is asked for by its title, and saved under a name without accents', async () => {
    await withoutFilePickers();
    await button('Nouveau graphe').click();
    const title = page.getByRole('textbox', { name: 'Titre' });
    await title.fill('Dérivée d’un carré');
    await title.press('Enter');
    await button('Nouveau graphe').click();
    const dialog = page.getByRole('alertdialog', {
      name: `Enregistrer les modifications de «${WIDE}Dérivée d’un carré${WIDE}»${THIN}?`,
    });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Enregistrer', exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('derivee-d-un-carre.nabla');
  });
});

describe('Another language', () => {
  it('is chosen at any time: the texts change, the graph and what is selected stay', async () => {
    await lesson('Cas 6');
    await nodeOf(page, 'x').locator('header').click();
    const cell = nodeOf(page, 'x').getByRole('textbox', { name: 'x, composante 2' });
    await cell.fill('0.9');
    await cell.press('Enter');
    await expect.poll(() => text(page.getByRole('banner'))).toContain('non enregistré');

    await page.keyboard.press('Control+k');
    await page.keyboard.type('English');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en');
    expect(await nodeOf(page, 'x').getByRole('textbox', { name: 'x, component 2' }).inputValue()).toBe('0.9');
    await page.getByRole('table', { name: 'Gradient of z with respect to x', exact: true }).waitFor();
    await page.getByRole('slider', { name: 'x, component 1 slider' }).waitFor();
    expect(await text(page.getByRole('banner'))).toContain('unsaved');
    expect(await button('Target').getAttribute('title')).toBe('Differentiate this node (T)');

    await page.reload();
    await button('New graph').click();
    await expect.poll(() => page.title()).toBe('Untitled – Nabla');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Français');
    await page.keyboard.press('Enter');
    // The title of the window is told anew.
    await expect.poll(() => page.title()).toBe('Sans titre – Nabla');
    await page.context().close();
    expect(stage.troubles).toEqual([]);
  });

  it('is spoken by the native menu too, at once', async () => {
    page = await stage.browser.newContext({ locale: 'fr-FR' }).then((context) => context.newPage());
    await page.addInitScript(() => {
      const menus: string[] = [];
      const kinds: object[] = [];
      const nothing = async () => null;
      const nablaHost = {
        open: nothing,
        openRecent: nothing,
        recentFiles: async () => [],
        save: nothing,
        setState: nothing,
        hold: nothing,
        setMenu: async (given: readonly { label: string }[]) => {
          menus.push(given.map(({ label }) => label).join(' '));
        },
        setWords: async (given: object) => {
          kinds.push(given);
        },
        close: nothing,
        on: () => () => {},
      };
      Object.assign(window, { nablaHost, menus, kinds });
    });
    await page.goto(stage.url);
    await page.getByRole('button', { name: 'Cas 1' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').fill('English');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { menus: string[] }).menus))
      .toEqual([
        'Fichier Édition Sélection Affichage Étude Graphe Disposition Aide',
        'File Edit Select View Study Graph Arrange Help',
      ]);
    expect(await page.evaluate(() => (window as unknown as { kinds: object[] }).kinds)).toMatchObject([
      {
        graph: 'Graphe Nabla',
        opened: 'Graphe Nabla, ou image d’un graphe',
        svg: 'Image SVG',
        png: 'Image PNG',
        failedTwice: expect.stringContaining('La page de cette fenêtre'),
      },
      {
        graph: 'Nabla graph',
        opened: 'Nabla graph, or a picture of one',
        svg: 'SVG picture',
        png: 'PNG picture',
        failedTwice: expect.stringContaining('The page of this window'),
      },
    ]);
    await page.context().close();
  });
});
