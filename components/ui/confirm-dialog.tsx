"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type Props = {
  open: boolean;
  title: string;
  text: string;
  confirmLabel: string;
  cancelLabel?: string;
  danger?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
  /** Fields that belong to the question, such as a reason. */
  children?: ReactNode;
};

/** Asks before something that is not easily undone. Escape and Cancel both leave everything as it is. */
export function ConfirmDialog(props: Props) {
  const t = useTranslations("common");
  return (
    <AlertDialog.Root onOpenChange={(open) => !open && props.onCancel()} open={props.open}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="backdrop z-40" />
        <AlertDialog.Popup className="dialog">
          <AlertDialog.Title className="text-base font-semibold">{props.title}</AlertDialog.Title>
          <AlertDialog.Description className="mt-1.5">{props.text}</AlertDialog.Description>
          {props.children && <div className="mt-3">{props.children}</div>}
          <div className="mt-4 flex flex-wrap justify-end gap-2">
            <AlertDialog.Close className="btn">
              {props.cancelLabel ?? t("cancel")}
            </AlertDialog.Close>
            <button
              className={props.danger ? "btn btn-danger" : "btn btn-primary"}
              onClick={props.onConfirm}
              type="button"
            >
              {props.confirmLabel}
            </button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
