"use client";

import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "./button.tsx";

/** The submit button of the form around it; pending while the form's action runs. Primary by default. */
export function SubmitButton({ variant = "primary", isPending = false, ...props }: ButtonProps) {
  const status = useFormStatus();
  return <Button {...props} type="submit" variant={variant} isPending={isPending || status.pending} />;
}
