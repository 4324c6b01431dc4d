import { DetailLoading } from "#components/listing/detail-loading.tsx";

export default function ReconciliationLoading() {
  return <DetailLoading what="the reconciliation" />;
}
