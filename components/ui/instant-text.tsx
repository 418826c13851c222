/** A moment to the minute, UTC. `at`: milliseconds since 1970. */
export function InstantText({ at }: { at: number }) {
  const iso = new Date(at).toISOString();
  return (
    <time className="nowrap" dateTime={iso}>
      {`${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`}
    </time>
  );
}
