"use client";

import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Input } from "#components/ui/input.tsx";
import { auth as t } from "#lib/words/en/screens/auth.ts";

/** A password box that can show what was typed, which spares mistakes on a phone. */
export function PasswordInput(props: Omit<ComponentProps<typeof Input>, "type">) {
  const [isShown, setIsShown] = useState(false);
  return (
    <div className="relative">
      <Input {...props} type={isShown ? "text" : "password"} className="pr-11 max-md:pr-13" />
      <IconButton
        size="sm"
        label={isShown ? t("password_input_hide_password") : t("password_input_show_password")}
        icon={isShown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
        className="absolute top-1 right-1"
        onClick={() => setIsShown(!isShown)}
      />
    </div>
  );
}
