import { expect, it } from "vitest";
import { parseIncidentFilter } from "../../domain/incident-filter";
import { aDocument } from "../../domain/testing-documents";
import { logIncident } from "../commands/log-incident";
import { onBothEngines } from "../testing";
import { isFullExport } from "./is-full-export";

const admin = { id: "test", role: "admin" } as const;
const visitor = { id: "", role: "public" } as const;

onBothEngines("a full export", (store) => {
  const filterOf = (address: string) => parseIncidentFilter(new URLSearchParams(address)).filter;
  const isFull = (address: string) => isFullExport(store(), admin, filterOf(address));
  const log = async (title: string, count: number) => {
    for (let n = 0; n < count; n++)
      await logIncident(store(), { document: aDocument({ title }) }, admin);
  };

  it("is none while there is nothing", async () => {
    expect(await isFull("")).toBe(false);
  });

  it("is one without a filter, or with one that finds more than half", async () => {
    await log("Kunming", 4);
    await log("Dandong", 3);
    expect(await isFull("")).toBe(true);
    expect(await isFull("q=Kunming")).toBe(true);
    expect(await isFull("q=Dandong")).toBe(false);
  });

  it("is one of more than a hundred, however many there are", async () => {
    await log("Kunming", 100);
    await log("Dandong", 97);
    expect(await isFull("q=Dandong")).toBe(false);
    await log("Dandong", 1);
    expect(await isFull("q=Dandong")).toBe(true);
  });

  it("is not a visitor's to ask about", async () => {
    await expect(isFullExport(store(), visitor, filterOf(""))).rejects.toThrow("not_allowed");
  });
});
