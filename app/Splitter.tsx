/**
 * The line between a panel and the canvas: dragged, moved by the arrows, put back by two clicks or Enter.
 */
import { type KeyboardEvent, type PointerEvent, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './app.module.css';
import type { PlainText } from './i18n/i18n';
import type { PanelName } from './state/settings';
import { setSettings, useEditor } from './state/store';

const NAMES = {
  side: 'Width of the side panel',
  outline: 'Width of the outline',
  below: 'Height of the panel below the graph',
} as const satisfies Record<PanelName, PlainText>;

/** Pixels, as in `app.module.css`. */
const LEAST = { side: 180, outline: 180, below: 120 } as const satisfies Record<PanelName, number>;
/** Of the window, so that the canvas stays to be seen. */
const MOST = 0.75;
const STEP = 16;

export function Splitter({ panel }: { readonly panel: PanelName }) {
  const { t } = useTranslation();
  const drag = useRef<{ readonly from: number; readonly size: number } | null>(null);
  const size = useEditor(({ settings }) => settings.panels[panel]);
  const [usual, setUsual] = useState(25);
  // What the usual size comes to is the style sheet's to say, and depends on the window.
  const measure = useCallback(() => setUsual(percent(panel, sizeOf(panel))), [panel]);
  useLayoutEffect(() => {
    if (size === undefined) measure();
  }, [measure, size]);
  const below = panel === 'below';
  const place = ({ clientX, clientY }: PointerEvent) => (below ? -clientY : clientX);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule is not moved
    <div
      className={styles.splitter}
      role="separator"
      tabIndex={0}
      aria-label={t(NAMES[panel])}
      aria-orientation={below ? 'horizontal' : 'vertical'}
      aria-valuenow={size === undefined ? usual : percent(panel, within(panel, size))}
      title={t('Drag to resize; two clicks bring the usual size back')}
      onFocus={measure}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { from: place(event), size: sizeOf(panel) };
      }}
      onPointerMove={(event) => {
        if (drag.current) resize(panel, drag.current.size + place(event) - drag.current.from);
      }}
      onLostPointerCapture={() => {
        drag.current = null;
      }}
      onDoubleClick={() => resize(panel, undefined)}
      onKeyDown={(event) => {
        if (!onKey(panel, event)) return;
        event.preventDefault();
        // No node is nudged by it.
        event.stopPropagation();
      }}
    />
  );
}

/** Says whether the key meant something. */
function onKey(panel: PanelName, { key, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  if (ctrlKey || altKey || metaKey) return false;
  const [smaller, larger] = panel === 'below' ? ['ArrowDown', 'ArrowUp'] : ['ArrowLeft', 'ArrowRight'];
  const step = shiftKey ? 4 * STEP : STEP;
  const size = {
    [smaller]: sizeOf(panel) - step,
    [larger]: sizeOf(panel) + step,
    Home: LEAST[panel],
    End: MOST * roomFor(panel),
  }[key];
  if (size === undefined && key !== 'Enter') return false;
  resize(panel, size);
  return true;
}

/** To so many pixels, or to the usual size. */
function resize(panel: PanelName, size: number | undefined): void {
  const { [panel]: _, ...others } = useEditor.getState().settings.panels;
  setSettings({ panels: size === undefined ? others : { ...others, [panel]: within(panel, size) } });
}

const within = (panel: PanelName, size: number) =>
  Math.round(Math.max(LEAST[panel], Math.min(size, MOST * roomFor(panel))));

const percent = (panel: PanelName, size: number) => Math.round((100 * size) / roomFor(panel));

const roomFor = (panel: PanelName) => (panel === 'below' ? innerHeight : innerWidth);

function sizeOf(panel: PanelName): number {
  const { width = 0, height = 0 } =
    document
      .querySelector(`.${styles.editor} > ${panel === 'below' ? 'aside' : 'nav'}`)
      ?.getBoundingClientRect() ?? {};
  return panel === 'below' ? height : width;
}
