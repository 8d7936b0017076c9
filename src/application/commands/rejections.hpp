// What taking in an application may be answered with, beside the rules of a dossier.
#pragma once

#include "base/rejection.hpp"

namespace motcua::commands {

inline constexpr RejectionKind procedure_amended{
    "procedure_amended",
    "Thủ tục đã đổi sang phiên bản mới từ khi bạn bắt đầu điền đơn. Hãy điền đơn của phiên bản "
    "mới.",
    "The procedure was amended since you began this form. Please fill in the form of its new "
    "version."};

}  // namespace motcua::commands
