"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import type { NameChoice as Chosen } from "../../domain/import/name-choices";
import { DATE_ORDERS, type TableMapping } from "../../domain/import/table-mapping";
import type { UndecidedValue } from "../../domain/import/undecided-values";
import type { FormAction } from "../form-state";
import { IssuesNotice } from "../ui/notice";
import type { ColumnSample } from "./column-sample";
import { ColumnTable } from "./column-table";
import type { DecidedValue } from "./decided-value";
import { DefaultFields } from "./default-fields";
import { NameChoice } from "./name-choice";
import { ValueTable } from "./value-table";

type Props = {
  id: string;
  action: FormAction;
  mapping: TableMapping;
  samples: ColumnSample[];
  undecided: UndecidedValue[];
  undecidedCount: number;
  decided: DecidedValue[];
  /** What the last check was told of likely names. */
  chosen?: Chosen;
  /** What the file itself shows of the order of its dates, in words. */
  dateOrder: string;
};

/** Says what the columns of a foreign table are. All of it is one form, so that nothing is lost between its parts. */
export function MappingForm(props: Props) {
  const t = useTranslations("import.mapping");
  const [state, send, isPending] = useActionState(props.action, null);
  const { id, mapping, samples, undecided, undecidedCount, decided } = props;
  return (
    <form action={send} className="grid gap-5">
      <input name="id" type="hidden" value={id} />
      {mapping.guarded && <input name="guarded" type="hidden" value="yes" />}
      <IssuesNotice issues={state?.issues ?? []} />
      <ColumnTable columns={mapping.columns} samples={samples} />
      <DefaultFields defaults={mapping.defaults} />
      <fieldset className="fieldset max-w-prose">
        <legend>{t("order.label")}</legend>
        <p className="field-hint">{props.dateOrder}</p>
        {[null, ...DATE_ORDERS].map((order) => (
          <label className="check" key={order}>
            <input
              defaultChecked={mapping.dateOrder === order}
              name="order"
              type="radio"
              value={order ?? ""}
            />
            {t(`order.${order ?? "none"}`)}
          </label>
        ))}
      </fieldset>
      <div className="field max-w-prose">
        <label className="field-label" htmlFor="missing">
          {t("missing.label")}
        </label>
        <textarea
          aria-describedby="missing-hint"
          className="input"
          defaultValue={mapping.missing.join("\n")}
          id="missing"
          name="missing"
          rows={4}
        />
        <span className="field-hint" id="missing-hint">
          {t("missing.hint")}
        </span>
      </div>
      <ValueTable decided={decided} undecided={undecided} undecidedCount={undecidedCount} />
      <NameChoice chosen={props.chosen} />
      <div className="flex flex-wrap gap-2">
        <button
          className="btn btn-primary"
          disabled={isPending}
          name="do"
          type="submit"
          value="check"
        >
          {t("check")}
        </button>
        <button className="btn" disabled={isPending} name="do" type="submit" value="save">
          {t("save")}
        </button>
      </div>
    </form>
  );
}
