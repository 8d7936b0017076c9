// payment.toml of a data folder: through which gateway the office is paid.
//
//   gateway = "vnpay"
//   terminal = "MOTCUA01"                      # vnp_TmnCode
//   secret = "…"                               # vnp_HashSecret
//   payment_page = "https://…/vpcpay.html"
//   api = "https://…/api/transaction"
//   lifetime_minutes = 15                      # of an order; 5 to 60
//
// It holds a secret: only its owner may be able to read it.
#pragma once

#include <filesystem>
#include <optional>

#include "vnpay/gateway.hpp"

namespace motcua::runtime {

inline constexpr std::string_view payment_file = "payment.toml";

// Nothing when the folder has none: the office is paid at the counter only. Malformed says which
// line is wrong, or that others may read the file.
OrFailure<std::optional<vnpay::Terminal>> read_payment_file(const std::filesystem::path& data);

}  // namespace motcua::runtime
