// News and guidance as plain HTML, made from the answers the API gives.
#pragma once

#include "api/plain_told.hpp"

namespace motcua::api::plain {

std::string news_html(const Told& list);        // of GET /api/articles
std::string article_html(const Told& article);  // of GET /api/articles/{article}

}  // namespace motcua::api::plain
