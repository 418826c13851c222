import fc from "fast-check";
import { parseHTML } from "linkedom";
import { Component, createElement, type ReactNode, useState } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { StaticMarkup } from "./static-markup";
import { toMarkup } from "./to-markup";

/** What a browser makes of a text: the names of attributes in small letters and in one order. */
function read(markup: string): unknown {
  const { document } = parseHTML(`<html><body>${markup}</body></html>`);
  const shape = (node: Element | ChildNode): unknown =>
    "attributes" in node
      ? [
          node.tagName.toLowerCase(),
          [...node.attributes].map(({ name, value }) => `${name.toLowerCase()}=${value}`).sort(),
          [...node.childNodes].map(shape),
        ]
      : node.textContent;
  return [...document.body.childNodes].map(shape);
}

function expectSame(node: ReactNode) {
  expect(read(toMarkup(node))).toEqual(read(renderToStaticMarkup(node)));
}

const Named = ({ name, children }: { name: string; children?: ReactNode }) => (
  <>
    <b>{name}</b>
    {children}
  </>
);

describe("markup as text", () => {
  it("is written as React writes it", () => {
    expectSame(
      <ul aria-label={'"quoted" & <angled>'} className="a b">
        <li key="1">
          <Named name="O'Brien & Söhne <b>">
            text {1} {0} {null} {false} {undefined}
          </Named>
        </li>
        {[<li key="2">북송</li>, "图们", 3]}
      </ul>,
    );
  });

  it("has the state of fields as attributes", () => {
    expectSame(
      <label className="check" htmlFor="x">
        <input defaultChecked disabled={false} name="a" type="checkbox" value="1" />
        <input defaultChecked={false} defaultValue="typed" hidden name="b" required />
        <time dateTime="2014-07-15" suppressHydrationWarning title="">
          15 Jul
        </time>
        <br />
      </label>,
    );
  });

  it("keeps what is true or false to those who listen", () => {
    expectSame(
      <a aria-current={true} aria-hidden={false} data-soft="" href="/incidents?a=1&b=2">
        Two incidents
      </a>,
    );
  });

  it("is as harmless as React's, whatever is said", () => {
    const anything = fc.string({ unit: "grapheme" });
    fc.assert(
      fc.property(anything, anything, anything, (text, title, name) => {
        expectSame(
          <p title={title}>
            {text}
            <Named name={name} />
          </p>,
        );
      }),
    );
    expect(toMarkup(<p title={'"><script>'}>{"</p><script>"}</p>)).toBe(
      '<p title="&quot;&gt;&lt;script&gt;">&lt;/p&gt;&lt;script&gt;</p>',
    );
  });

  it("may hold another", () => {
    expectSame(
      <div>
        <StaticMarkup as="ul" className="list">
          <li>{"<1>"}</li>
        </StaticMarkup>
      </div>,
    );
  });

  const Later = async () => "later";
  class Old extends Component {
    override render() {
      return "old";
    }
  }
  const OfTheBrowser = Object.assign(() => "", { $$typeof: Symbol.for("react.client.reference") });
  const Stateful = () => useState("state")[0];
  it.each<[string, () => ReactNode]>([
    ["a handler", () => <button onClick={() => {}} type="button" />],
    ["a style", () => <p style={{ color: "red" }} />],
    ["a component that waits", () => createElement(Later as unknown as () => ReactNode)],
    ["a component of a class", () => <Old />],
    ["a component of the browser", () => createElement(OfTheBrowser)],
    ["a component with state", () => <Stateful />],
    ["a select", () => <select defaultValue="1" />],
    ["a script", () => <script>alert(1)</script>],
    ["a link that is a script", () => createElement("a", { href: " java\nscript:alert(1)" })],
  ])("refuses %s", (_, node) => {
    expect(() => toMarkup(node())).toThrow();
  });
});
