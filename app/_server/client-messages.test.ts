import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import messages from "../../messages/en.json";
import {
  FORM_MESSAGES,
  LIST_FORM_MESSAGES,
  pickMessages,
  SITE_MESSAGES,
  TIMELINE_MESSAGES,
} from "./client-messages";

const FORMS = join("app", "_server", "form-messages.tsx");

type Module = { isClient: boolean; says: string[]; imports: string[]; inForms: Set<string> };
const read = new Map<string, Module>();

/** What a file says, by paths into the messages, and what it imports. */
function moduleOf(path: string): Module {
  const known = read.get(path);
  if (known) return known;
  const text = readFileSync(path, "utf8");
  const kind = path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  const found: Module = {
    isClient: isMarked(text, "client"),
    says: [],
    imports: [],
    inForms: new Set(),
  };
  const from = new Map<string, string>();
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node)) {
      const target = node.importClause?.isTypeOnly ? null : targetOf(path, node.moduleSpecifier);
      if (target) found.imports.push(target);
      const names = node.importClause?.namedBindings;
      if (target && names && ts.isNamedImports(names))
        for (const { name } of names.elements) from.set(name.text, target);
      return;
    }
    if (isInForms(node)) found.inForms.add(from.get(tagOf(node)) ?? "");
    found.says.push(...pathsIn(node));
    ts.forEachChild(node, visit);
  };
  visit(file);
  read.set(path, found);
  return found;
}

function isMarked(text: string, side: "client" | "server"): boolean {
  return text.startsWith(`"use ${side}"`);
}

/** Actions run on the server, whoever imports them. */
function targetOf(path: string, specifier: ts.Expression): string | null {
  const name = ts.isStringLiteral(specifier) ? specifier.text : "";
  if (!name.startsWith(".")) return null;
  const place = join(dirname(path), name);
  const target = [`${place}.ts`, `${place}.tsx`].find((one) => existsSync(one));
  return target && !isMarked(readFileSync(target, "utf8"), "server") ? target : null;
}

function tagOf(node: ts.Node): string {
  if (ts.isJsxElement(node)) return node.openingElement.tagName.getText();
  return ts.isJsxSelfClosingElement(node) ? node.tagName.getText() : "";
}

function isInForms(node: ts.Node): boolean {
  for (let at = node.parent; at; at = at.parent) if (tagOf(at) === "FormMessages") return true;
  return false;
}

/**
 * The namespace that a translator is for, the `messages` of a component, and every text that is a path: in the domain
 * only where something is said, for what an actor may do is a path too.
 */
function pathsIn(node: ts.Node): string[] {
  const { fileName, text: source } = node.getSourceFile();
  const isSaid = !fileName.startsWith("domain/") || /\bsay\(/.test(source);
  if (ts.isTemplateExpression(node))
    return isSaid ? existing(node.head.text.replace(/\.[^.]*$/, "")) : [];
  if (!ts.isStringLiteralLike(node)) return [];
  return isNamespace(node) || (isSaid && node.text.includes(".")) ? existing(node.text) : [];
}

function isNamespace({ parent }: ts.Node): boolean {
  if (ts.isCallExpression(parent)) return /useTranslations$/.test(parent.expression.getText());
  if (ts.isJsxAttribute(parent)) return parent.name.getText() === "messages";
  const declared = ts.findAncestor(parent, ts.isPropertySignature);
  return ts.isLiteralTypeNode(parent) && declared?.name.getText() === "messages";
}

function existing(path: string): string[] {
  const there = path
    .split(".")
    .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], messages);
  return there === undefined ? [] : [path];
}

/** What client components that a page shows say: in its forms, which get more, and elsewhere. */
function saidBy(page: string) {
  const said = { site: new Set<string>(), forms: new Set<string>() };
  const seen = new Set<string>();
  const walk = (path: string, isClient: boolean, inForms: boolean) => {
    const key = `${path} ${isClient} ${inForms}`;
    if (seen.has(key) || path === FORMS || path.startsWith("db/")) return;
    seen.add(key);
    const module = moduleOf(path);
    const onClient = isClient || module.isClient;
    if (onClient) for (const one of module.says) said[inForms ? "forms" : "site"].add(one);
    for (const next of module.imports) walk(next, onClient, inForms || module.inForms.has(next));
  };
  walk(page, false, hasFormLayout(page));
  return said;
}

function hasFormLayout(page: string): boolean {
  for (let folder = dirname(page); folder !== "app"; folder = dirname(folder)) {
    const layout = join(folder, "layout.tsx");
    if (existsSync(layout) && readFileSync(layout, "utf8").includes("FormMessages")) return true;
  }
  return false;
}

const pages = readdirSync("app", { recursive: true, encoding: "utf8" })
  .map((name) => join("app", name))
  .filter((path) => /(^|\/)(page|layout|error|not-found|forbidden)\.tsx$/.test(path));
const isIn = (sent: readonly string[]) => (path: string) =>
  sent.some((one) => path === one || path.startsWith(`${one}.`));

const LIST = join("app", "incidents", "page.tsx");
const TIMELINE = join("app", "timeline", "page.tsx");

function sentToForms(page: string): readonly string[] {
  if (page === LIST) return LIST_FORM_MESSAGES;
  return page === TIMELINE ? TIMELINE_MESSAGES : FORM_MESSAGES;
}

it("sends every page all that its client components say", () => {
  const missing = pages.flatMap((page) => {
    const { site, forms } = saidBy(page);
    return [
      ...[...site].filter((path) => !isIn(SITE_MESSAGES)(path)),
      ...[...forms]
        .filter((path) => page !== LIST || path !== "issues")
        .filter((path) => !isIn([...SITE_MESSAGES, ...sentToForms(page)])(path)),
    ].map((path) => `${page}: ${path}`);
  });
  expect(missing).toEqual([]);
});

it("sends nothing that no client component says", () => {
  const said = pages.map(saidBy);
  const ofSite = said.flatMap(({ site, forms }) => [...site, ...forms]);
  const ofForms = said.flatMap(({ forms }) => [...forms]);
  const isIdle = (all: string[]) => (one: string) => !all.some(isIn([one]));
  expect(SITE_MESSAGES.filter(isIdle(ofSite))).toEqual([]);
  expect(FORM_MESSAGES.filter(isIdle(ofForms))).toEqual([]);
  const ofList = [...saidBy(LIST).forms];
  expect(
    LIST_FORM_MESSAGES.filter(isIdle(ofList)).filter((path) => !/^issues\./.test(path)),
  ).toEqual([]);
  expect(TIMELINE_MESSAGES.filter(isIdle([...saidBy(TIMELINE).forms]))).toEqual([]);
});

it("sends the list what keeping a view of it may be answered with", () => {
  const codes = [
    "account.signed_out",
    "columns.unknown",
    "filter.too_many_values",
    "form.not_sent",
    "form.too_big",
    "not_allowed",
    "page.not_a_size",
    "personal_data.blocked",
    "personal_data.redacted",
    "personal_data.undecided",
    "publication.delayed",
    "sort.unknown",
    "text.not_storable",
    "text.required",
    "text.too_long",
    "view.name_taken",
    "view.not_found",
    "view.too_many",
  ];
  expect(codes.filter((code) => existing(`issues.${code}`).length === 0)).toEqual([]);
  expect(codes.filter((code) => !isIn(LIST_FORM_MESSAGES)(`issues.${code}`))).toEqual([]);
});

it("finds what is said through helpers, tables and composed keys", () => {
  expect([...saidBy("app/layout.tsx").site]).toEqual([]);
  expect([...saidBy("app/groups/page.tsx").site]).toEqual([]);
  expect([...saidBy("app/incidents/page.tsx").site]).toContain("incidents.selection.more");
  expect([...saidBy("app/timeline/page.tsx").forms]).toContain("timeline.legend");
  expect([...saidBy("app/sign-in/page.tsx").forms]).toContain("issues");
  expect([...saidBy("app/timeline/page.tsx").forms]).toContain("date.about");
  expect([...saidBy("app/admin/samples/page.tsx").forms]).toContain("samples");
});

it("keeps the places of what is picked", () => {
  const all = { a: { b: "1", c: "2" }, d: { e: { f: "3", g: "4" } } };
  expect(pickMessages(all, ["a.c", "d.e"])).toEqual({
    a: { c: "2" },
    d: { e: { f: "3", g: "4" } },
  });
});
