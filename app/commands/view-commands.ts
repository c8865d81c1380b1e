/**
 * What is seen, and how large.
 */

import { EDGE_LABELS, type EdgeLabel } from '#scene';
import { fitAll, fitNodes, zoomIn, zoomOut, zoomToActualSize } from '../canvas/viewport';
import { LANGUAGES, type Language, setLanguage } from '../i18n/i18n';
import { focusRowSoon } from '../outline/focus';
import {
  ANNOTATIONS,
  type Annotation,
  find,
  setAnnotation,
  setSettings,
  showDialog,
  showSide,
  toggleMinimap,
  useEditor,
} from '../state/store';
import { toggleTheme } from '../state/theme';
import { always, type EditorCommand, inEditor, nodesSelected } from './command';
import { goToPart } from './parts';

const ANNOTATION_LABELS = {
  values: 'Values',
  jacobians: 'Local Jacobians',
  gradients: 'Gradient rows',
  differentials: 'Differentials',
} as const satisfies Record<Annotation, string>;

const EDGE_LABEL_LABELS = {
  numbers: 'Numbers on edges',
  symbols: 'Symbols on edges',
  both: 'Symbols and numbers on edges',
} as const satisfies Record<EdgeLabel, string>;

export const VIEW_COMMANDS: readonly EditorCommand[] = [
  {
    id: 'view.commands',
    label: 'All commands…',
    menu: 'Help',
    keys: ['$mod+k'],
    enabled: always,
    run: () => find({ kind: 'commands' }),
  },
  {
    id: 'view.shortcuts',
    label: 'Keyboard shortcuts',
    menu: 'Help',
    keys: ['Shift+?'],
    enabled: always,
    run: () => find({ kind: 'shortcuts' }),
  },
  {
    id: 'help.about',
    label: 'About Nabla',
    menu: 'Help',
    keys: [],
    enabled: always,
    run: () => showDialog({ kind: 'about' }),
  },
  {
    id: 'view.settings',
    label: 'Settings…',
    menu: 'File',
    keys: ['$mod+Comma'],
    enabled: always,
    run: () => find({ kind: 'settings' }),
  },
  {
    id: 'view.zoom-in',
    label: 'Zoom in',
    menu: 'View',
    keys: ['$mod+Equal', '$mod+Shift+Equal'],
    enabled: inEditor,
    run: zoomIn,
  },
  {
    id: 'view.zoom-out',
    label: 'Zoom out',
    menu: 'View',
    keys: ['$mod+Minus'],
    enabled: inEditor,
    run: zoomOut,
  },
  {
    id: 'view.actual-size',
    label: 'Actual size',
    menu: 'View',
    keys: ['$mod+Digit0'],
    enabled: inEditor,
    run: zoomToActualSize,
  },
  {
    id: 'view.fit',
    label: 'Fit all',
    menu: 'View',
    keys: ['Shift+Digit1', 'Home'],
    enabled: inEditor,
    run: fitAll,
  },
  {
    id: 'view.fit-selection',
    label: 'Fit selection',
    menu: 'View',
    keys: ['Shift+Digit2'],
    enabled: nodesSelected,
    run: () => fitNodes(useEditor.getState().selection.nodes),
  },
  {
    id: 'view.minimap',
    label: 'Minimap',
    menu: 'View',
    keys: ['Alt+m'],
    enabled: inEditor,
    run: toggleMinimap,
  },
  {
    id: 'view.next-part',
    label: 'Go to the next part of the window',
    menu: 'View',
    keys: ['F6'],
    enabled: inEditor,
    run: () => goToPart(1),
  },
  {
    id: 'view.previous-part',
    label: 'Go to the part of the window before',
    menu: 'View',
    keys: ['Shift+F6'],
    enabled: inEditor,
    run: () => goToPart(-1),
  },
  {
    id: 'view.outline',
    label: 'Outline',
    menu: 'View',
    keys: ['Alt+o'],
    enabled: inEditor,
    run: () => {
      showSide('outline');
      focusRowSoon(useEditor.getState().selection.nodes[0]);
    },
  },
  ...ANNOTATIONS.map(
    (annotation): EditorCommand => ({
      id: `view.${annotation}`,
      label: ANNOTATION_LABELS[annotation],
      menu: 'View',
      keys: [],
      enabled: inEditor,
      run: () => setAnnotation(annotation),
    }),
  ),
  ...EDGE_LABELS.map(
    (edges): EditorCommand => ({
      id: `view.edges-${edges}`,
      label: EDGE_LABEL_LABELS[edges],
      menu: 'View',
      keys: [],
      enabled: inEditor,
      run: () => setSettings({ edges }),
    }),
  ),
  ...Object.entries(LANGUAGES).map(
    ([language, label]): EditorCommand => ({
      id: `view.language-${language}`,
      label,
      menu: 'View',
      keys: [],
      enabled: always,
      run: () => setLanguage(language as Language),
    }),
  ),
  {
    id: 'view.theme',
    label: 'Dark or light',
    menu: 'View',
    keys: ['Alt+Shift+d'],
    enabled: always,
    run: toggleTheme,
  },
];
