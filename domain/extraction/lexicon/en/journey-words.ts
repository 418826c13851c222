/** Vehicles that people are sent back or moved in; a sentence about one tells where they went. */
export const VEHICLES: ReadonlySet<string> = new Set(
  "plane planes flight flights aircraft jet jets airliner bus buses coach coaches truck trucks lorry lorries van vans train trains ship ships boat boats ferry ferries vessel vessels convoy vehicle vehicles car cars helicopter trailer trailers minibus minibuses minivan minivans pickup pickups taxi taxis trawler trawlers dinghy dinghies raft rafts".split(
    " ",
  ),
);

/** Verbs for being taken somewhere: where from and where to the prepositions say. */
export const TAKEN: ReadonlySet<string> = new Set(
  "driven flown taken brought bused bussed escorted transported carried shipped trucked walked marched".split(
    " ",
  ),
);

/** Verbs for the beginning and the end of a journey. */
export const JOURNEYS: ReadonlyMap<string, "from" | "to"> = new Map([
  ...words("from", "left leave leaves leaving departed depart departs departing sailed set"),
  ...words(
    "to",
    "landed land lands landing arrived arrive arrives arriving reached docked touched",
  ),
]);

function words(way: "from" | "to", line: string): [string, "from" | "to"][] {
  return line.split(" ").map((word) => [word, way]);
}
