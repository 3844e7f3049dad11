#ifndef TOMLBridge_h
#define TOMLBridge_h

#ifdef __cplusplus
extern "C" {
#endif

#ifdef __cplusplus
}
#endif

#endif
