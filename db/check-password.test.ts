import { expect, it } from "vitest";
import { checkPassword } from "./check-password";

const codes = (typed: string, context: string[] = []) =>
  checkPassword("password", typed, context).map(({ code }) => code);

it("a password of words that belong to nobody is good", () => {
  for (const typed of ["four unrelated words here", "Kj8#mQz2!pLw", "다섯 개의 낱말로 된 것"])
    expect(codes(typed), typed).toEqual([]);
  expect(codes(`${"many words ".repeat(18)}x!`)).toEqual([]);
});

it("too short or too long is said with the limit", () => {
  expect(codes("eleven char")).toEqual(["account.password_short"]);
  expect(codes("a".repeat(201))).toEqual(["account.password_long"]);
});

it("common ones, runs and repetitions are refused, however long", () => {
  for (const typed of [
    "password1234",
    "iloveyou1234",
    "123456789012",
    "qwertyuiop123",
    "aaaaaaaaaaaaaaaaaaaaaaaa",
    "abcabcabcabcabc",
    "passwordpassword",
    "thisisapassword",
    "tequieromucho",
    "woaini1314520",
  ])
    expect(codes(typed), typed).toEqual(["account.password_weak"]);
});

it("what is made of the place or of its owner is refused", () => {
  const owner = ["ada.lovelace@example.org", "Ada Lovelace"];
  for (const typed of [
    "northkorea123",
    "xinjiang2026",
    "detentionledger",
    "ada.lovelace@example.org",
    "adalovelace1",
    "lovelace2026",
  ])
    expect(codes(typed, owner), typed).toEqual(["account.password_weak"]);
});

it("is never repeated in what is said of it", () => {
  expect(JSON.stringify(checkPassword("password", "password1234", []))).not.toContain("1234");
});
