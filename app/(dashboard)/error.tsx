"use client";

import { type BrokenPageProps, BrokenState } from "#components/errors/broken-state.tsx";

export default function DashboardError(props: BrokenPageProps) {
  return <BrokenState {...props} />;
}
