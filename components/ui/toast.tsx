"use client";

import { Toaster as Sonner, toast } from "sonner";
import { Spinner } from "./spinner.tsx";
import { ToneIcon } from "./tone-icon.tsx";

/** Where toasts appear; once, at the root. */
export function Toaster() {
  return (
    <Sonner
      position="bottom-right"
      gap={8}
      icons={{
        success: <ToneIcon tone="success" />,
        error: <ToneIcon tone="danger" />,
        warning: <ToneIcon tone="warning" />,
        info: <ToneIcon tone="info" />,
        loading: <Spinner className="text-progress" />,
      }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-[calc(100vw-2rem)] items-start gap-2.5 rounded-card font-sans duration-200! border border-line bg-raised p-3.5 text-ink shadow-overlay sm:w-90",
          icon: "mt-0.5 shrink-0",
          content: "grid min-w-0 flex-1 gap-0.5",
          title: "font-medium text-base",
          description: "text-base text-muted",
          actionButton:
            "order-last min-h-6 rounded-tag px-1.5 font-medium text-accent-text text-base hover:bg-hover",
        },
      }}
    />
  );
}

interface ToastExtras {
  description?: string;
  action?: { label: string; onClick: () => void };
}

/** Says that something was done. What needs an answer belongs on the page, not in a toast. */
export function toastDone(message: string, extras: ToastExtras = {}) {
  toast.success(message, extras);
}

/** Says that something failed, for longer. Always also leave the way to mend it on the page. */
export function toastFailed(message: string, extras: ToastExtras = {}) {
  toast.error(message, { ...extras, duration: 10_000 });
}
