import { expect, it } from "vitest";
import { readIncidentAddress } from "./incident-address";

it("takes a reference, in any case, or the address of any page of the incident", () => {
  for (const typed of [
    "INC-5T8VNK",
    " inc-5t8vnk ",
    "http://127.0.0.1:3000/incidents/INC-5T8VNK",
    "/incidents/inc-5t8vnk/history?x=1",
    "https://ledger.example/incidents/INC-5T8VNK#places",
  ])
    expect(readIncidentAddress(typed)).toBe("INC-5T8VNK");
});

it("takes nothing else", () => {
  for (const typed of [
    "",
    "INC",
    "SRC-5T8VNK",
    "INC-5T8VN",
    "/sources/SRC-5T8VNK",
    "/incidents/new",
  ])
    expect(readIncidentAddress(typed)).toBeNull();
});
