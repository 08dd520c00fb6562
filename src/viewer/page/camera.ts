/** Where a picture stands in its window: picture point × scale + (x, y) is the window's point. */
export interface Camera {
  x: number;
  y: number;
  scale: number;
}

export interface Bounds {
  readonly least: number;
  readonly most: number;
}

const STEP = 60, ZOOM = 1.25;

/** Moves the camera so that a point of the window stays where it is. */
export function zoomAt(c: Camera, factor: number, x: number, y: number, bounds: Bounds): void {
  const scale = Math.min(bounds.most, Math.max(bounds.least, c.scale * factor)), real = scale / c.scale;
  c.x = x - (x - c.x) * real;
  c.y = y - (y - c.y) * real;
  c.scale = scale;
}

/** Lets a window be moved by dragging, by wheel, by two fingers and by keys. `moved` is called after every change. Returns what ends it. */
export function movable(window: HTMLElement, c: Camera, bounds: () => Bounds, moved: () => void): () => void {
  const fingers = new Map<number, { x: number; y: number }>();
  let dragged = 0;
  const place = (e: PointerEvent | WheelEvent): { x: number; y: number } => {
    const r = window.getBoundingClientRect();
    return { x: e.clientX - r.left, y: e.clientY - r.top };
  };
  const down = (e: PointerEvent): void => {
    if (e.button !== 0) return;
    fingers.set(e.pointerId, place(e));
    dragged = 0;
  };
  const move = (e: PointerEvent): void => {
    const before = fingers.get(e.pointerId);
    if (!before) return;
    const now = place(e);
    const other = [...fingers].find(([id]) => id !== e.pointerId)?.[1];
    if (other) {
      const factor = Math.hypot(now.x - other.x, now.y - other.y) / Math.max(1, Math.hypot(before.x - other.x, before.y - other.y));
      zoomAt(c, factor, (now.x + other.x) / 2, (now.y + other.y) / 2, bounds());
    } else {
      c.x += now.x - before.x;
      c.y += now.y - before.y;
    }
    dragged += Math.abs(now.x - before.x) + Math.abs(now.y - before.y);
    if (dragged > 4 && !window.hasPointerCapture(e.pointerId)) window.setPointerCapture(e.pointerId);
    fingers.set(e.pointerId, now);
    if (dragged > 4) moved();
  };
  const up = (e: PointerEvent): void => void fingers.delete(e.pointerId);
  // what ends a drag is no click on what lies under it
  const click = (e: MouseEvent): void => {
    if (dragged > 4) e.stopPropagation();
    dragged = 0;
  };
  const wheel = (e: WheelEvent): void => {
    e.preventDefault();
    const { x, y } = place(e);
    zoomAt(c, Math.exp(-Math.max(-200, Math.min(200, e.deltaY)) / 400), x, y, bounds());
    moved();
  };
  const key = (e: KeyboardEvent): void => {
    if (e.altKey || e.ctrlKey || e.metaKey) return;
    const way = { ArrowLeft: [STEP, 0], ArrowRight: [-STEP, 0], ArrowUp: [0, STEP], ArrowDown: [0, -STEP] }[e.key];
    const factor = e.key === '+' || e.key === '=' ? ZOOM : e.key === '-' ? 1 / ZOOM : undefined;
    if (!way && factor === undefined) return;
    e.preventDefault();
    if (way) {
      c.x += way[0] as number;
      c.y += way[1] as number;
    } else zoomAt(c, factor as number, window.clientWidth / 2, window.clientHeight / 2, bounds());
    moved();
  };
  const stop = new AbortController(), { signal } = stop;
  window.addEventListener('pointerdown', down, { signal });
  window.addEventListener('pointermove', move, { signal });
  window.addEventListener('pointerup', up, { signal });
  window.addEventListener('pointercancel', up, { signal });
  window.addEventListener('click', click, { signal, capture: true });
  window.addEventListener('wheel', wheel, { signal, passive: false });
  window.addEventListener('keydown', key, { signal });
  return () => stop.abort();
}
