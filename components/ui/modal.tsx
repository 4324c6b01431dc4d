"use client";

import { Slot } from "radix-ui";
import {
  createContext,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useContext,
  useEffect,
  useId,
  useRef,
} from "react";
import { cn } from "./cn.ts";

export type ModalRef = RefObject<HTMLDialogElement | null>;

export interface ModalProps {
  /** The button that opens it. */
  trigger: ReactNode;
  /** For code that closes it: `modal.current?.close()`. */
  modal?: ModalRef | undefined;
  onOpenChange?: ((isOpen: boolean) => void) | undefined;
  /** Called in place of closing when a person presses Escape or beside it; leave out to let it close. */
  onLeave?: (() => void) | undefined;
}

interface Props extends ModalProps {
  role: "dialog" | "alertdialog";
  titleId: string;
  descriptionId?: string | undefined;
  /** Whether a press beside it closes it. */
  isLight: boolean;
  className: string;
  children: ReactNode;
}

const ModalId = createContext<string | undefined>(undefined);

/**
 * The browser's own modal dialog. Its button opens it by `command`, so that it works before any script has loaded; for
 * browsers without that, the script does it.
 */
export function Modal({ trigger, onOpenChange, onLeave, role, titleId, descriptionId, ...props }: Props) {
  const id = useId();
  const own = useRef<HTMLDialogElement>(null);
  const dialog = props.modal ?? own;

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what was opened before the script was here
  useEffect(() => {
    if (dialog.current?.open) onOpenChange?.(true);
  }, []);

  function open() {
    if (!dialog.current?.open) dialog.current?.showModal();
    onOpenChange?.(true);
  }

  function leave(event: { preventDefault: () => void }) {
    if (!onLeave) return;
    event.preventDefault();
    onLeave();
  }

  /** Where `closedby` is not known. */
  function pressBeside(event: MouseEvent<HTMLDialogElement>) {
    if (!props.isLight || "closedBy" in HTMLDialogElement.prototype || !isBeside(event)) return;
    if (onLeave) onLeave();
    else dialog.current?.close();
  }

  const command = { command: "show-modal", commandfor: id, onClick: open };
  return (
    <>
      <Slot.Root {...command}>{trigger}</Slot.Root>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it, which is the browser's own doing */}
      <dialog
        ref={dialog}
        id={id}
        role={role}
        aria-labelledby={titleId}
        aria-describedby={descriptionId}
        closedby={props.isLight ? "any" : "closerequest"}
        onCancel={leave}
        onClose={() => onOpenChange?.(false)}
        onClick={pressBeside}
        className={cn("backdrop:bg-scrim open:backdrop:animate-fade-in", props.className)}
      >
        <ModalId value={id}>{props.children}</ModalId>
      </dialog>
    </>
  );
}

function isBeside({ target, currentTarget, clientX, clientY }: MouseEvent<HTMLDialogElement>): boolean {
  if (target !== currentTarget) return false;
  const { left, right, top, bottom } = currentTarget.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}

/** Wrap a button in it to have it close the dialog around it, also before any script has loaded. */
export function ModalClose({ children }: { children: ReactNode }) {
  const id = useContext(ModalId);
  const close = (event: MouseEvent<HTMLElement>) => event.currentTarget.closest("dialog")?.close();
  return <Slot.Root {...{ command: "close", commandfor: id, onClick: close }}>{children}</Slot.Root>;
}
