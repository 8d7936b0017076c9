// What every user of libcurl needs: a connection that closes itself and a list that frees itself.
#pragma once

#include <curl/curl.h>

#include <memory>

namespace motcua::transfer {

struct CloseConnection {
  void operator()(CURL* it) const { curl_easy_cleanup(it); }
};
struct FreeList {
  void operator()(curl_slist* it) const { curl_slist_free_all(it); }
};

using Connection = std::unique_ptr<CURL, CloseConnection>;
using List = std::unique_ptr<curl_slist, FreeList>;

// Null when libcurl does not start. Any thread.
inline Connection new_connection() {
  static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
  return Connection{started == CURLE_OK ? curl_easy_init() : nullptr};
}

}  // namespace motcua::transfer
