#include "http/compression.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

#include <algorithm>

namespace motcua::http {
namespace {

std::string unpacked(const std::string& packed) {
  std::string text(1 << 16, '\0');
  z_stream state{};
  EXPECT_EQ(inflateInit2(&state, 15 + 16), Z_OK);
  state.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  state.avail_in = static_cast<uInt>(packed.size());
  state.next_out = reinterpret_cast<Bytef*>(text.data());
  state.avail_out = static_cast<uInt>(text.size());
  EXPECT_EQ(inflate(&state, Z_FINISH), Z_STREAM_END);
  text.resize(state.total_out);
  inflateEnd(&state);
  return text;
}

std::string header(const Response& response, std::string_view name) {
  const auto found = std::find_if(response.headers.begin(), response.headers.end(),
                                  [&](const auto& one) { return one.first == name; });
  return found == response.headers.end() ? std::string() : found->second;
}

Request asking(const std::string& codings) {
  Request request;
  if (!codings.empty()) request.headers.emplace_back("accept-encoding", codings);
  return request;
}

Response procedures(std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += "Cho phép sử dụng thẻ đi lại doanh nhân APEC; ";
  Response response;
  response.body = std::move(text);
  return response;
}

TEST(Packing, IsUndoneByTheClient) {
  const auto plain = std::get<std::string>(procedures(20'000).body);
  const auto answer = packed(asking("gzip, br"), procedures(20'000));
  const auto& body = std::get<std::string>(answer.body);
  EXPECT_EQ(header(answer, "Content-Encoding"), "gzip");
  EXPECT_EQ(header(answer, "Vary"), "Accept-Encoding");
  EXPECT_LT(body.size(), plain.size() / 10);
  EXPECT_EQ(unpacked(body), plain);
}

TEST(Packing, IsLeftOutForAClientThatTakesNone) {
  for (const auto* codings : {"", "br", "gzip;q=0"}) {
    const auto answer = packed(asking(codings), procedures(20'000));
    EXPECT_EQ(header(answer, "Content-Encoding"), "") << codings;
    EXPECT_EQ(header(answer, "Vary"), "Accept-Encoding") << codings;
    EXPECT_EQ(answer.body.index(), procedures(20'000).body.index());
    EXPECT_EQ(std::get<std::string>(answer.body), std::get<std::string>(procedures(20'000).body));
  }
}

TEST(Packing, IsLeftOutWhereThereIsLittleToGain) {
  const auto answer = packed(asking("gzip"), procedures(500));
  EXPECT_EQ(header(answer, "Content-Encoding"), "");
}

}  // namespace
}  // namespace motcua::http
