"""A small OIDC issuer for machines without one: discovery and keys; tokens come from `make token`."""

import uvicorn
from fastapi import FastAPI

from korpu_local.tokens import Issuer


def issuer_app(issuer: Issuer) -> FastAPI:
    """Serve what a verifier needs to know of the issuer."""
    app = FastAPI(title="Local issuer", openapi_url=None)
    jwks = issuer.key_set()

    @app.get("/.well-known/openid-configuration")
    async def discovery() -> dict[str, object]:
        return {
            "issuer": issuer.url,
            "jwks_uri": f"{issuer.url}/jwks.json",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["ES256"],
        }

    @app.get("/jwks.json")
    async def keys() -> dict[str, list[dict[str, str]]]:
        return jwks

    @app.get("/ready")
    @app.get("/live")
    async def live() -> dict[str, str]:
        return {"status": "live"}

    return app


def serve(issuer: Issuer, host: str, port: int) -> None:
    """Answer until told to stop."""
    uvicorn.run(issuer_app(issuer), host=host, port=port, access_log=False, log_level="warning")
