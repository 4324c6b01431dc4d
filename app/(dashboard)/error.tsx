"use client";

import type { ComponentProps } from "react";
import { PageError } from "#components/errors/page-error.tsx";

export default function DashboardError(props: ComponentProps<typeof PageError>) {
  return <PageError {...props} />;
}
