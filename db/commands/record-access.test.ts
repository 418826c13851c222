import { expect, it } from "vitest";
import { ACCESS_TABLE } from "../../domain/access-table";
import { parseTableRequest } from "../../domain/table-params";
import { type Clock, systemClock } from "../clock";
import { forgetOldAddresses } from "../forget-old-addresses";
import { listAccess } from "../queries/list-access";
import { listAccessActors } from "../queries/list-access-actors";
import { onBothEngines } from "../testing";
import { recordAccess } from "./record-access";

const admin = { id: "admin", role: "admin" } as const;
const asked = (address = "") =>
  parseTableRequest(ACCESS_TABLE, new URLSearchParams(address)).request;
const viewer = { id: "viewer", role: "viewer" } as const;

onBothEngines("the record of accesses", (store) => {
  const on = (day: string): Clock => ({ ...systemClock, now: () => Date.parse(day) });
  const exported = { action: "export", entity: "incidents", entityId: "" } as const;
  const record = (day: string, detail: string, address?: string) =>
    recordAccess(store(), { ...exported, detail, address }, viewer, on(day));
  const kept = async () => {
    const { rows } = await listAccess(store(), admin, asked());
    return rows.map(({ detail, address }) => `${detail} ${address}`);
  };

  it("says who did what with what, when and from where", async () => {
    await record("2026-01-01", "province=CN-YN", "192.0.2.7");
    await recordAccess(
      store(),
      { action: "read", entity: "source", entityId: "SRC-5T8VNK", detail: "" },
      viewer,
      on("2026-01-02"),
    );
    expect(await listAccess(store(), admin, asked())).toEqual({
      total: 2,
      rows: [
        {
          at: Date.parse("2026-01-02"),
          actor: "viewer",
          action: "read",
          entity: "source",
          entityId: "SRC-5T8VNK",
          detail: "",
          address: null,
        },
        {
          at: Date.parse("2026-01-01"),
          actor: "viewer",
          action: "export",
          entity: "incidents",
          entityId: "",
          detail: "province=CN-YN",
          address: "192.0.2.7",
        },
      ],
    });
  });

  it("keeps an address for thirty days and no longer, with every write", async () => {
    await record("2026-01-31", "in time", "192.0.2.8");
    expect(await kept()).toEqual(["in time 192.0.2.8", " null", "province=CN-YN 192.0.2.7"]);
    await record("2026-01-31T00:00:00.001Z", "too late", "192.0.2.9");
    expect(await kept()).toEqual([
      "too late 192.0.2.9",
      "in time 192.0.2.8",
      " null",
      "province=CN-YN null",
    ]);
  });

  it("forgets addresses also while nothing is recorded", async () => {
    await store().tx((db) => forgetOldAddresses(store(), db, Date.parse("2026-06-01")));
    expect((await kept()).every((line) => line.endsWith(" null"))).toBe(true);
  });

  it("takes any detail, cut to what is worth keeping", async () => {
    await record("2026-07-01", `q=${"a".repeat(100_000)}\0`, "x".repeat(1_000));
    await record("2026-07-02", "half \ud800 and \0");
    const { rows } = await listAccess(store(), admin, asked());
    expect(rows[0]?.detail).toBe("half \uFFFD and \uFFFD");
    expect(rows[1]?.detail).toHaveLength(4_000);
    expect(rows[1]?.address).toHaveLength(100);
  });

  it("says nothing of visitors", async () => {
    const visitor = { id: "", role: "public" } as const;
    await recordAccess(store(), { ...exported, detail: "a visitor" }, visitor);
    expect(await kept()).not.toContain("a visitor null");
  });

  it("is found by whom, what, which, and when, in either order", async () => {
    const found = async (address: string) => {
      const { rows, total } = await listAccess(store(), admin, asked(address));
      expect(rows).toHaveLength(total);
      return rows.map(({ at }) => new Date(at).toISOString().slice(0, 10));
    };
    expect(await found("action=read")).toEqual(["2026-01-02"]);
    expect(await found("reference=SRC-5T8VNK")).toEqual(["2026-01-02"]);
    expect(await found("from=2026-01-31&to=2026-07-01")).toEqual([
      "2026-07-01",
      "2026-01-31",
      "2026-01-31",
    ]);
    expect(await found("to=2026-01&sort=at&action=export")).toEqual([
      "2026-01-01",
      "2026-01-31",
      "2026-01-31",
    ]);
    expect(await found("who=nobody")).toEqual([]);
    expect(await found("colour=red")).toEqual([]);
    expect(await listAccessActors(store(), admin)).toEqual(["viewer"]);
  });

  it("comes in pages", async () => {
    const { rows, total } = await listAccess(store(), admin, asked("page=2"));
    expect([rows.length, total]).toEqual([0, 6]);
  });

  it("is an admin's to read", async () => {
    await expect(listAccess(store(), { id: "r", role: "reviewer" }, asked())).rejects.toThrow(
      "not_allowed",
    );
  });
});
