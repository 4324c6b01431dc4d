import { DetailLoading } from "#components/listing/detail-loading.tsx";

export default function RevenueLoading() {
  return <DetailLoading what="the revenue" />;
}
