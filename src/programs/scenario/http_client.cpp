#include "scenario/http_client.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>

namespace motcua::scenario {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using Request = beast::http::request<beast::http::string_body>;
using Response = beast::http::response<beast::http::string_body>;

constexpr unsigned http_1_1 = 11;

Request request_of(const Call& call) {
  Request request(beast::http::string_to_verb(call.method), call.target, http_1_1);
  request.set(beast::http::field::host, "127.0.0.1");
  if (!call.body.empty()) request.set(beast::http::field::content_type, call.content_type);
  for (const auto& [name, value] : call.headers) request.set(name, value);
  request.body() = call.body;
  request.prepare_payload();
  return request;
}

Reply reply_of(Response& response) {
  const std::string cookie(response[beast::http::field::set_cookie]);
  return {int(response.result_int()), std::move(response.body()),
          std::string(response[beast::http::field::etag]), cookie.substr(0, cookie.find(';'))};
}

}  // namespace

struct HttpClient::Connection {
  explicit Connection(std::uint16_t port)
      : server(asio::ip::make_address("127.0.0.1"), port), stream(context) {}

  beast::error_code exchange(const Request& request, Response& response) {
    beast::error_code error;
    if (!stream.socket().is_open()) stream.connect(server, error);
    if (!error) beast::http::write(stream, request, error);
    if (!error) beast::http::read(stream, buffer, response, error);
    if (error || !response.keep_alive()) stream.close();
    return error;
  }

  asio::io_context context;
  asio::ip::tcp::endpoint server;
  beast::tcp_stream stream;
  beast::flat_buffer buffer;
};

HttpClient::HttpClient(std::uint16_t port) : connection_(std::make_unique<Connection>(port)) {}

HttpClient::~HttpClient() = default;

OrFailure<Reply> HttpClient::send(const Call& call) {
  Response response;
  if (const auto error = connection_->exchange(request_of(call), response)) {
    return Unexpected{Failure{FailureKind::Unavailable,
                              call.method + " " + call.target + ": " + error.message(), true}};
  }
  return reply_of(response);
}

}  // namespace motcua::scenario
