import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import type {
  CaseSummary,
  SummaryEvent,
  SummaryGroup,
  SummaryHead,
  SummarySource,
  SummaryStatement,
} from "../domain/case-summary/case-summary";

/** What stands above one or several summaries. */
export function CaseSummaryHead({ title, made, filter, guide }: SummaryHead) {
  return (
    <>
      <h1>{title}</h1>
      {filter !== "" && <p className="mt-2 font-semibold">{filter}</p>}
      <p className="muted small mt-1 max-w-prose">
        {made} {guide}
      </p>
    </>
  );
}

/** Which summaries follow, each a way to it. */
export function CaseSummaryContents({ summaries }: { summaries: readonly CaseSummary[] }) {
  const t = useTranslations("caseSummary");
  return (
    <nav aria-labelledby="contents" className="mt-4">
      <h2 id="contents">{t("contents")}</h2>
      <ol className="mt-1 grid gap-1">
        {summaries.map(({ ref, title }) => (
          <li key={ref}>
            <a href={`#${ref}-title`}>{ref}</a> {title}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** One incident as it is handed to somebody outside, on screen and on paper. `head`: what stands above it alone. */
export function CaseSummaryText({ summary, head }: { summary: CaseSummary; head?: ReactNode }) {
  const { ref, title, standing, timeline, groups, statements, sources } = summary;
  const id = (number: number) => `${ref}-source-${number}`;
  return (
    <article aria-labelledby={`${ref}-title`} className="case-summary">
      <div aria-hidden className="case-running">
        <p>{summary.running}</p>
      </div>
      {head}
      <h2 id={`${ref}-title`}>{title}</h2>
      <p className="muted">
        {ref}. {standing}
      </p>
      {lines(summary.summary).map((line) => (
        <p className="prose mt-2" key={line}>
          {line}
        </p>
      ))}
      <Section name="headline">
        <dl className="facts">
          {summary.headline.map(({ label, value, note }) => (
            <Fragment key={label}>
              <dt>{label}</dt>
              <dd>
                <span className="first-letter:uppercase">{value}</span>{" "}
                {note !== "" && <span className="muted small">({note})</span>}
              </dd>
            </Fragment>
          ))}
        </dl>
      </Section>
      {summary.disputed.length > 0 && (
        <Section name="disputed">
          <dl className="facts">
            {summary.disputed.map(({ label, said }) => (
              <Fragment key={`${label} ${said}`}>
                <dt>{label}</dt>
                <dd>{said}</dd>
              </Fragment>
            ))}
          </dl>
        </Section>
      )}
      {timeline.length > 0 && (
        <Section name="timeline">
          <ol className="grid gap-1.5">
            {keyed(timeline, (one) => (
              <Event {...one} href={id} />
            ))}
          </ol>
        </Section>
      )}
      {groups.length > 0 && (
        <Section name="groups">
          <ul className="grid gap-1.5">
            {keyed(groups, (one) => (
              <Group {...one} />
            ))}
          </ul>
        </Section>
      )}
      {statements.length > 0 && (
        <Section name="statements">
          <ul className="grid gap-2">
            {keyed(statements, (one) => (
              <Statement {...one} href={id} />
            ))}
          </ul>
        </Section>
      )}
      {sources.length > 0 && (
        <Section name="sources">
          <ol className="grid gap-1.5">
            {sources.map((source) => (
              <li id={id(source.number)} key={source.number}>
                <Source {...source} />
              </li>
            ))}
          </ol>
        </Section>
      )}
      {summary.links.length > 0 && (
        <Section name="links">
          <List items={summary.links} />
        </Section>
      )}
      <Section name="withheld">
        <List items={summary.withheld} />
      </Section>
      <Section name="citation">
        <p className="prose break-words">{summary.citation}</p>
      </Section>
    </article>
  );
}

function Section({ name, children }: { name: string; children: ReactNode }) {
  const t = useTranslations("caseSummary.section");
  return (
    <section>
      <h3>{t(name)}</h3>
      {children}
    </section>
  );
}

type Href = { href: (number: number) => string };

/** Numbers of sources, each a way to its place in the list. */
function Cited({ numbers, href }: Href & { numbers: readonly number[] }) {
  return numbers.map((number) => (
    <Fragment key={number}>
      {" "}
      <a href={`#${href(number)}`}>[{number}]</a>
    </Fragment>
  ));
}

function Event({ name, modality, date, href, sources, ...rest }: SummaryEvent & Href) {
  const more = [rest.places, rest.people, rest.description].filter(Boolean).join(" · ");
  return (
    <li>
      <strong>{date}</strong>{" "}
      <span className="inline-block first-letter:uppercase">
        {modality === "" ? name : `${name} (${modality})`}
      </span>
      {more !== "" && `: ${more}`}
      <Cited href={href} numbers={sources} />
    </li>
  );
}

function Group({ depth, name, count, who, became }: SummaryGroup) {
  return (
    <li style={{ paddingInlineStart: `${depth * 1.25}rem` }}>
      <strong className="inline-block first-letter:uppercase">{name}</strong>: {count} · {who}
      <ul className="muted list-disc pl-5">
        {became.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
    </li>
  );
}

function Statement({ source, about, value, statement, href, ...rest }: SummaryStatement & Href) {
  const { quote, language, locator, judged } = rest;
  return (
    <li>
      <Cited href={href} numbers={[source]} />{" "}
      <strong className="inline-block first-letter:uppercase">{about}</strong>:{" "}
      {[value, statement].filter(Boolean).join(". ")}
      {locator !== "" && <span className="muted"> ({locator})</span>}
      <span className="muted"> · {judged}</span>
      {quote !== "" && (
        <blockquote className="prose" lang={language || undefined}>
          {quote}
        </blockquote>
      )}
    </li>
  );
}

function Source({ number, citation, url, archivedUrl, remarks }: SummarySource) {
  return (
    <>
      [{number}] {citation}
      {[url, archivedUrl].filter(Boolean).map((address) => (
        <a className="block wrap-anywhere" href={address} key={address} rel="noreferrer noopener">
          {address}
        </a>
      ))}{" "}
      <span className="muted">({remarks})</span>
    </>
  );
}

function List({ items }: { items: readonly string[] }) {
  return (
    <ul className="list-disc pl-5">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

/** Two of a list may say the same. */
function keyed<T>(list: readonly T[], draw: (one: T) => ReactNode): ReactNode[] {
  // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn once and never changes
  return list.map((one, at) => <Fragment key={at}>{draw(one)}</Fragment>);
}

function lines(text: string): string[] {
  return [...new Set(text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== ""))];
}
