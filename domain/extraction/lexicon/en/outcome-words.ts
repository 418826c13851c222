import type { EventVerb } from "./event-verb";

/** How it ended: verbs for release, sentencing and death in custody. */
export const OUTCOME_VERBS: readonly EventVerb[] = [
  { type: "release", verb: "release releases releasing released released" },
  { type: "release", verb: "free frees freeing freed freed" },
  { type: "release", verb: "acquit acquits acquitting acquitted acquitted" },
  { type: "release", verb: "bail bails bailing bailed bailed" },
  {
    type: "release",
    verb: "walk walks walking walked walked",
    gap: "free|out of prison|out of jail|out of penal|out of the prison",
    alone: true,
  },
  { type: "release", verb: "pardon pardons pardoning pardoned pardoned" },
  { type: "release", verb: "amnesty amnesties amnestying amnestied amnestied" },
  { type: "release", verb: "set sets setting set set", gap: "free" },
  { type: "release", verb: "let lets letting let let", gap: "go|off with|out of|leave|walk" },
  {
    type: "release",
    verb: "allow allows allowing allowed allowed",
    gap: "to go|to leave|to go home",
    needs: "known",
  },
  { type: "sentencing", verb: "sentence sentences sentencing sentenced sentenced" },
  {
    type: "sentencing",
    verb: "condemn condemns condemning condemned condemned",
    gap: "to death|to prison|to life|to a",
  },
  { type: "sentencing", verb: "jail jails jailing jailed jailed" },
  { type: "sentencing", verb: "imprison imprisons imprisoning imprisoned imprisoned" },
  { type: "sentencing", verb: "convict convicts convicting convicted convicted" },
  {
    type: "sentencing",
    verb: "give gives giving gave given",
    gap: "years|months|year|prison|jail|life|suspended|terms|sentences",
  },
  {
    type: "sentencing",
    verb: "hand hands handing handed handed",
    gap: "down|prison|jail|years|terms|sentences|lengthy|long",
  },
  {
    type: "sentencing",
    verb: "receive receives receiving received received",
    gap: "years|prison|jail|sentences|terms",
    alone: true,
  },
  {
    type: "sentencing",
    verb: "get gets getting got got",
    gap: "years|prison|jail|sentences|terms",
    alone: true,
  },
  { type: "death_in_custody", verb: "die dies dying died died", needs: "custody", alone: true },
  { type: "death_in_custody", verb: "beat beats beating - beaten", gap: "to death" },
  { type: "death_in_custody", verb: "beat - - beat -", gap: "to death" },
  {
    type: "death_in_custody",
    verb: "take takes taking took taken",
    gap: "their own lives|his own life|her own life",
    alone: true,
  },
  {
    type: "death_in_custody",
    verb: "kill kills killing killed -",
    gap: "themselves|himself|herself",
    alone: true,
  },
  {
    type: "death_in_custody",
    verb: "commit commits committing committed -",
    gap: "suicide",
    alone: true,
  },
  { type: "death_in_custody", verb: "kill kills killing killed killed", needs: "custody" },
];
