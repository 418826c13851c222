/** Keeps from what listens to an element a single finger that moves up or down, so that the page scrolls; returns its end. */
export function letScroll(element: Element): () => void {
  let start: { x: number; y: number } | null = null;
  const begin = ({ touches }: TouchEvent) => {
    const [finger, second] = [touches[0], touches[1]];
    start = finger && !second ? { x: finger.clientX, y: finger.clientY } : null;
  };
  const move = (event: TouchEvent) => {
    const finger = event.touches[0];
    if (start === null || finger === undefined) return;
    const [across, along] = [
      Math.abs(finger.clientX - start.x),
      Math.abs(finger.clientY - start.y),
    ];
    if (along > across) event.stopPropagation();
    else if (across > 0) start = null;
  };
  const parent = element.parentElement!;
  parent.addEventListener("touchstart", begin, { capture: true, passive: true });
  parent.addEventListener("touchmove", move, { capture: true, passive: true });
  return () => {
    parent.removeEventListener("touchstart", begin, { capture: true });
    parent.removeEventListener("touchmove", move, { capture: true });
  };
}
