"use client";

import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { ui as t } from "#lib/words/en/screens/ui.ts";
import { IconButton } from "./icon-button.tsx";
import { Input } from "./input.tsx";

/** A box for a key or token: masked, shown on request. Browsers are told not to keep it. */
export function SecretInput(props: Omit<ComponentProps<typeof Input>, "type">) {
  const [isShown, setIsShown] = useState(false);
  return (
    <div className="relative">
      <Input
        {...props}
        isMono
        autoComplete="off"
        spellCheck={false}
        data-1p-ignore
        type={isShown ? "text" : "password"}
        className="pr-11 max-md:pr-13"
      />
      <IconButton
        size="sm"
        label={isShown ? t("secret_input_hide_what_typed") : t("secret_input_show_what_typed")}
        icon={isShown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
        className="absolute top-1 right-1"
        onClick={() => setIsShown(!isShown)}
      />
    </div>
  );
}
