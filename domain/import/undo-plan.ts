/** What undoing an import does: incidents it created are removed, those it changed restored; the rest was touched since. */
export type UndoPlan = {
  removed: number;
  restored: number;
  left: { ref: string; title: string }[];
};
