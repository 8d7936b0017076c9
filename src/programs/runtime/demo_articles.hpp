// What a demonstration office has published when it opens: offices/<id>/articles.toml.
#pragma once

#include "authority/office.hpp"
#include "files/assets.hpp"
#include "ports/article_store.hpp"

namespace motcua::runtime {

// Nothing where the office has no such file. Malformed names what is wrong.
OrFailure<Nothing> publish_demo_articles(const files::Assets& assets,
                                         const authority::Office& office,
                                         ports::ArticleStore& store);

}  // namespace motcua::runtime
