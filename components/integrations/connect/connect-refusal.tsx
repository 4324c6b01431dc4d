import { useEffect, useRef } from "react";
import { useLocale } from "#components/ui/locale-context.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { connectErrorWords } from "./connect-error-words.ts";

interface ConnectRefusalProps {
  /** Code of what went wrong. */
  code: string;
  name: string;
}

/** Why nothing was connected, beside the button that was pressed: the eye is there when the app's window closes. */
export function ConnectRefusal({ code, name }: ConnectRefusalProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const { title, meaning } = connectErrorWords(code, name, useLocale());
  return (
    <div ref={place} role="alert" data-connect-refusal>
      <Notice tone="danger" title={title}>
        {meaning}
      </Notice>
    </div>
  );
}
